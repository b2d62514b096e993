"""The pieces that several rules of the grammar are made of: each a pattern over classes of words. Standard library only."""

from __future__ import annotations

__all__ = ["PIECES", "UNITS"]

UNITS = (
    "second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century", "millennium",
)  # fmt: skip
_LONG_UNITS = ("day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century")

# Pieces that several rules are made of. Inside brackets there are classes only.
PIECES = {
    "unit": "[" + "".join(f"{{one_{unit}}}{{many_{unit}}}" for unit in UNITS) + "]",
    "one_unit": "[" + "".join(f"{{one_{unit}}}" for unit in UNITS) + "]",
    "one_long_unit": "[" + "".join(f"{{one_{unit}}}" for unit in _LONG_UNITS) + "]",
    "unit_before": "[{one_week}{one_month}{one_year}]",
    "unit_beside": "[{one_day}{one_week}{one_month}{one_year}]",
    "week_or_weekend": "[{one_week}{one_weekend}]",
    "past_or_to": "[{past}{to}]",
    "past_unit": "[{one_week}{one_weekend}{one_month}{one_year}]",
    "the_one_unit": "[{one_week}{one_weekend}{one_month}{one_quarter}{one_year}]",
    "units": "[" + "".join(f"{{many_{unit}}}" for unit in UNITS if unit not in {"second", "weekend"}) + "]",
    "bare_units": "[{many_day}{many_week}{many_month}{many_year}{many_decade}{many_century}{many_hour}]",
    "gap": "[{hyphen}]?",
    "stop": "[{dot}]?",
    "before_weekday": "(?:[{this}]?{any_way})?",
    "pause": "[{comma}]?",
    "month": "[{months}]",
    "season": "[{seasons}]",
    "part": "[{dayparts}]",
    "weekday": "[{weekdays}]",
    "day_named": "[{days_named}]",
    "hour_named": "[{hours_named}]",
    "day": "[{small}{ordinals}{ordinal_number}]",
    "days": "[{day_range}]",
    "years": "[{year_range}]",
    "split_year": "[{year_range}{iso}]",
    "rest": "[{holiday_rest}]{0,4}",
    "year": "[{year_number}]|[{apostrophe}][{small}]",
    "decade": "[{decade_number}{decades_named}]",
    "clock_or_small": "[{clock_time}{small}]",
    "clock_number": "[{small}{cardinals}]",
    "military": "[{year_number}{number}]",
    "spelled": "[{cardinals}][{hyphen}]?(?:[{multipliers}][{and}]?)?[{cardinals}](?:[{hyphen}]?[{cardinals}])?(?![{hyphen}]?{unit})"
    "|[{cardinals}][{multipliers}](?![{hyphen}]?{unit})",
    "digit": "[{cardinals}{multipliers}{small}{number}{year_number}{slashed}{clock_time}{day_range}]",
    "exact": "{digit}(?:[{hyphen}{and}]?{digit}){0,4}(?:{and}{article}{half})?",
    "count": "[{half}](?:[{article}])?|[{article}](?:[{vague}][{of}]?|[{multipliers}])|[{vague}][{of}]?|{exact}|[{article}]",
    "at_most": "[{article}](?:[{multipliers}]|[{vague}][{of}]?)|[{vague}][{of}]?|{exact}",
    "any_way": "[{this}{last}{past}{next}{coming}{current}{latest}{previous}{following}{same}{that}]",
    "told_way": "[{previous}{following}{same}{next}]",
    "past_or_next": "[{past}{next}]",
    "year_way": "[{this}{last}{next}{that}{same}{following}{previous}]",
    "vague_way": "[{recent}{coming}{past}{this}{next}]",
    "ago_or_earlier": "[{ago}{earlier}]",
    "half_place": "[{ordinals}{last}]",
    "quarterly": "[{one_quarter}{period}]",
    "place": "[{ordinals}{ordinal_number}]",
    "reference": "[{references}]",
    "set": "[{sets}]",
}
