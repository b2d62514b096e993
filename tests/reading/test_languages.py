"""The language of a text: `briefing.reading.languages`."""

from __future__ import annotations

import pytest

from briefing.reading.languages import detect_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union will decide on Friday whether to go on with the strike, which has cut off three of the islands for a week.",
            "en",
        ),
        (
            "Die Gewerkschaft will am Freitag entscheiden, ob der Streik weitergeht, der seit einer Woche drei der Inseln von der Welt trennt.",
            "de",
        ),
        (
            "Le syndicat va d\u00e9cider vendredi si la gr\u00e8ve continue, elle qui a coup\u00e9 trois des \u00eeles du monde depuis une semaine et plus.",
            "fr",
        ),
        (
            "El sindicato va a decidir el viernes si la huelga sigue, que ha dejado sin barcos a tres de las islas desde hace una semana.",
            "es",
        ),
        (
            "Il sindacato decide venerd\u00ec se lo sciopero continua, che da una settimana ha tagliato fuori tre delle isole e non solo per la gente.",
            "it",
        ),
        (
            "\u8239\u5458\u5de5\u4f1a\u5c06\u5728\u661f\u671f\u4e94\u51b3\u5b9a\u662f\u5426\u5ef6\u957f\u7f62\u5de5"
            * 5,
            "zh",
        ),
        (
            "\u03a4\u03bf \u03c3\u03c9\u03bc\u03b1\u03c4\u03b5\u03af\u03bf \u03b8\u03b1 \u03b1\u03c0\u03bf\u03c6\u03b1\u03c3\u03af\u03c3\u03b5\u03b9 "
            * 4,
            "el",
        ),
        ("Two words", ""),
        ("12 34 56 " * 50, ""),
        ("Orley Voss Marsh Solberg Harbor Tidal " * 10, ""),
    ],
)
def test_detect_language(text: str, expected: str) -> None:
    """Common words and alphabets give a language away; where there are none, nothing is said."""
    assert expected == detect_language(text)
