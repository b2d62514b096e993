"""Files to sources: `briefing.reading.read_source` for plain text, Markdown and HTML, and its refusals."""

from __future__ import annotations

import datetime
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.errors import InputError, UsageError
from briefing.reading import read_source

if TYPE_CHECKING:
    from briefing.model.text import Source

_PROSE = (
    "The ferry union will decide on Friday whether to extend its strike, which has cut off three islands. "
    "The owner of the harbour caf\u00e9 said that he had not seen such a week in many years, and that it was bad for all of them."
)
_MORE = "Nobody at the ministry wanted to comment on the plan that was sent to it last Tuesday by the owner of the largest of the ships."


def _read(folder: Path, name: str, content: str | bytes, **options: object) -> Source:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_source(str(path), **options)  # type: ignore[arg-type]


def _code(folder: Path, name: str, content: str | bytes, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        _read(folder, name, content, **options)
    assert caught.value.remedy
    assert caught.value.where.endswith(name)
    return caught.value.code


class TestPlainText:
    """Plain text keeps its words; a headline at the top becomes the title."""

    def test_headline_before_a_blank_line(self, tmp_path: Path) -> None:
        """A first line without a full stop, above a blank line, is the title and no part of the text."""
        source = _read(tmp_path, "a.txt", f"Ferry strike enters second week\n\n{_PROSE}\n")
        assert ("Ferry strike enters second week", _PROSE) == (source.title, source.text)

    def test_headline_before_a_dateline(self, tmp_path: Path) -> None:
        """A date below it makes a first line the title; the date is the day of publication."""
        source = _read(tmp_path, "a.txt", f"Ferry strike enters second week\nMarch 01, 2008\n{_PROSE}")
        assert ("Ferry strike enters second week", "dateline") == (source.title, source.published_from)
        assert datetime.date(2008, 3, 1) == source.published

    def test_text_without_headline(self, tmp_path: Path) -> None:
        """A text that begins with a sentence has no title, and all its words stay."""
        source = _read(tmp_path, "a.txt", f"{_PROSE}\n\n{_PROSE}")
        assert ("", f"{_PROSE}\n\n{_PROSE}") == (source.title, source.text)

    def test_byline(self, tmp_path: Path) -> None:
        """The name in a by-line under the headline is the author."""
        source = _read(tmp_path, "a.txt", f"Ferry strike enters second week\n\nBy Ida Solberg\n\n{_PROSE}")
        assert ("Ida Solberg", _PROSE) == (source.author, source.text)

    def test_option_wins(self, tmp_path: Path) -> None:
        """A day given by the caller is believed before the article's own."""
        day = datetime.date(2020, 2, 2)
        source = _read(tmp_path, "a.txt", f"March 01, 2008\n\n{_PROSE}", published=day)
        assert (day, "option") == (source.published, source.published_from)

    def test_hostile_characters(self, tmp_path: Path) -> None:
        """Controls, terminal sequences, bidirectional marks, tags and zero-width characters do not reach the text."""
        text = "It\u202e was \x1b[31mred\x1b[0m and\u200b b\u00adlue\U000e0041.\x07\x9b1m\r\nThen\u00a0it \u2066ended\u2069."
        assert "It was red and blue.\nThen it ended." == _read(tmp_path, "a.txt", text).text

    def test_source_is_whole(self, tmp_path: Path) -> None:
        """Origin, id, language and hash are set."""
        source = _read(tmp_path, "a.txt", _PROSE, source_id="a3")
        assert ("a3", "en", str(tmp_path / "a.txt"), 64) == (
            source.id,
            source.language,
            source.origin,
            len(source.sha256),
        )


class TestMarkdown:
    """Markdown gives its front matter and its plain words."""

    def test_front_matter(self, tmp_path: Path) -> None:
        """Title, author, site and day come from the front matter and are not in the text."""
        head = "---\ntitle: Ferry strike\ndate: 2024-03-14\nauthors: [Ida Solberg, Ole Voss]\nsource: Coastal Courier\n---\n\n"
        source = _read(tmp_path, "a.md", f"{head}{_PROSE}\n")
        assert ("Ferry strike", "Ida Solberg, Ole Voss", "Coastal Courier", _PROSE) == (
            source.title,
            source.author,
            source.site,
            source.text,
        )
        assert (datetime.date(2024, 3, 14), "front matter") == (source.published, source.published_from)

    def test_toml_front_matter(self, tmp_path: Path) -> None:
        """Front matter between +++ lines is TOML."""
        source = _read(tmp_path, "a.md", f'+++\ntitle = "Ferry strike"\ndate = 2024-03-14\n+++\n{_PROSE}')
        assert ("Ferry strike", datetime.date(2024, 3, 14)) == (source.title, source.published)

    def test_first_heading_is_the_title(self, tmp_path: Path) -> None:
        """Without front matter a leading heading of level one is the title; other headings stay and are known."""
        source = _read(tmp_path, "a.md", f"# Ferry *strike*\n\n{_PROSE}\n\n## What comes next\n\nNobody knows.\n")
        assert "Ferry strike" == source.title
        assert f"{_PROSE}\n\nWhat comes next\n\nNobody knows." == source.text
        assert ["What comes next"] == [source.text[heading.start : heading.end] for heading in source.headings]

    def test_markup_is_reduced_to_words(self, tmp_path: Path) -> None:
        """Links keep their text, lists their lines; pictures, code blocks, tables and raw HTML go."""
        text = (
            "A [link](http://x.example) and **bold** `code` ![picture](p.png) here\nand on.\n\n- one\n- *two*\n  - three\n\n1. first\n2. second\n\n"
            "> quoted words\n\n```\nx = 1\n```\n\n<div>raw</div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.\n"
        )
        expected = (
            "A link and bold code here and on.\n\n- one\n- two\n- three\n\n1. first\n2. second\n\nquoted words\n\nEnd."
        )
        assert expected == _read(tmp_path, "a.md", text).text

    def test_told_by_content(self, tmp_path: Path) -> None:
        """A text file with headings and links in Markdown is read as Markdown."""
        source = _read(tmp_path, "a.txt", f"# Ferry strike\n\n{_PROSE}\n\n## Next\n\nSee [this](http://x.example).\n")
        assert "Ferry strike" == source.title
        assert source.text.endswith("Next\n\nSee this.")

    @pytest.mark.parametrize(
        ("head", "expected"),
        [
            ("---\ntitle: [a\ndate: x\n---\n", "line 3"),
            ("---\ntitle: a\n", "never closed"),
            ("---\ndate: 2024-02-31\n---\n", "day is out of range"),
            ("+++\ntitle = \n+++\n", "Invalid value"),
            ("---\nx: " + "[" * 5_000 + "\n---\n", "front matter"),
        ],
    )
    def test_bad_front_matter(self, tmp_path: Path, head: str, expected: str) -> None:
        """Front matter that cannot be parsed is refused with its line or its reason."""
        with pytest.raises(InputError, match=expected) as caught:
            _read(tmp_path, "a.md", head + _PROSE)
        assert "bad_front_matter" == caught.value.code

    @pytest.mark.parametrize("piece", ["[", "*a ", "_", ">", "- ", "`", "<a ", "[a](", "![", "&", "# ", "\\"])
    def test_hostile_markup_ends_soon(self, tmp_path: Path, piece: str) -> None:
        """Fifty thousand unpaired marks are read, or refused, within seconds."""
        try:
            source = _read(tmp_path, "a.md", f"{_PROSE}\n\n{piece * 50_000}")
        except InputError as error:
            assert "no_text" == error.code  # noqa: PT017 - either is right
        else:
            assert source.text.startswith(_PROSE)


class TestHtml:
    """Web pages give their article and their metadata."""

    def _page(self, body: str, head: str = "") -> str:
        return f"<!DOCTYPE html><html><head><title>Ferry strike goes on</title>{head}</head><body><nav><a href='/'>Home</a></nav>{body}</body></html>"

    def test_article_and_metadata(self, tmp_path: Path) -> None:
        """Title, author, site and day come from the metadata, paragraphs and headings from the article."""
        head = (
            "<meta property='og:site_name' content='Coastal Courier'><meta name='author' content='Ida Solberg'>"
            "<meta property='article:published_time' content='2024-03-14T10:00:00Z'>"
        )
        body = f"<article><h1>Ferry strike goes on</h1><p>{_PROSE}</p><h2>What comes next</h2><p>{_PROSE}</p></article><footer>Imprint 2011</footer>"
        source = _read(tmp_path, "page", self._page(body, head))
        assert ("Ferry strike goes on", "Ida Solberg", "Coastal Courier") == (source.title, source.author, source.site)
        assert (datetime.date(2024, 3, 14), "metadata") == (source.published, source.published_from)
        assert f"{_PROSE}\n\nWhat comes next\n\n{_PROSE}" == source.text
        assert ["What comes next"] == [source.text[heading.start : heading.end] for heading in source.headings]

    def test_linked_data(self, tmp_path: Path) -> None:
        """The day of publication is found in JSON-LD."""
        head = (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-14T08:00:00+01:00"}]}</script>'
        )
        assert (
            datetime.date(2024, 3, 14) == _read(tmp_path, "a.html", self._page(f"<p>{_PROSE}</p>" * 3, head)).published
        )

    def test_nested_page(self, tmp_path: Path) -> None:
        """A page nested 2,000 elements deep gives its article."""
        body = "<div>" * 2_000 + f"<p>{_PROSE}</p><p>{_PROSE} Again.</p>" + "</div>" * 2_000
        assert _PROSE in _read(tmp_path, "a.html", self._page(body)).text

    def test_too_deep(self, tmp_path: Path) -> None:
        """A page nested deeper than libxml2 goes is refused, not read as empty."""
        assert "too_deep" == _code(tmp_path, "a.html", self._page("<div>" * 10_000 + _PROSE))

    def test_large_table(self, tmp_path: Path) -> None:
        """A table of 100,000 cells does not keep the article from being read."""
        table = "<table>" + ("<tr>" + "<td>1.5</td>" * 10 + "</tr>") * 10_000 + "</table>"
        source = _read(tmp_path, "a.html", self._page(f"<article><p>{_PROSE}</p>{table}<p>{_MORE}</p></article>"))
        assert f"{_PROSE}\n\n{_MORE}" == source.text

    def test_too_many_elements(self, tmp_path: Path) -> None:
        """A page of too many elements is refused."""
        assert "too_large" == _code(tmp_path, "a.html", self._page("<p>x</p>" * 30_000))

    def test_no_article(self, tmp_path: Path) -> None:
        """A page without an article is refused."""
        assert "no_text" == _code(tmp_path, "a.html", self._page(""))

    def test_charset_of_the_page(self, tmp_path: Path) -> None:
        """The charset that a page names is believed."""
        page = self._page(f"<p>{_PROSE}</p>" * 3, "<meta charset='iso-8859-1'>").encode("latin-1")
        assert "caf\u00e9" in _read(tmp_path, "a.html", page).text

    def test_entities_are_cleaned(self, tmp_path: Path) -> None:
        """Characters that come in as entities are cleaned as well."""
        source = _read(
            tmp_path, "a.html", self._page(f"<p>{_PROSE} It&#8238; was&nbsp;so&shy;me&#x200b;where.</p>" * 2)
        )
        assert "It was somewhere." in source.text


class TestRefusals:
    """Every refusal has a code, says where, and what to do."""

    @pytest.mark.parametrize(
        ("name", "content", "expected"),
        [
            ("a.txt", b"", "empty"),
            ("a.txt", " \n\t\u200b\n", "empty"),
            ("a.md", "---\ntitle: Only this\n---\n", "no_text"),
            ("a.md", "---\ntitle: Only this\n---\n```\ncode\n```\n", "no_text"),
            ("a.json", '{"text": "An article."}', "no_text"),
            ("a.jsonl", '{"text": "One."}\n{"text": "Two."}\n', "no_text"),
            ("a.xml", "<?xml version='1.0'?><rss><channel/></rss>", "no_text"),
            ("a.txt", b"%PDF-1.7 ...", "binary"),
            ("a.txt", b"PK\x03\x04" + b"x" * 40 + b"word/document.xml", "binary"),
            ("a.txt", b"PK\x03\x04" + b"x" * 40, "binary"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "legacy_format"),
            ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 20, "binary"),
            ("a.txt", b"\x1f\x8b\x08" + b"\x00" * 20, "binary"),
            ("a.txt", b"{\\rtf1 text}", "binary"),
            ("a.txt", bytes(range(256)) * 20, "binary"),
            ("a.txt", b"The text " * 50 + b"\x00\x00\x01\x02" * 5, "binary"),
        ],
    )
    def test_codes(self, tmp_path: Path, name: str, content: str | bytes, expected: str) -> None:
        """What cannot be read is named by its content, not by its ending."""
        assert expected == _code(tmp_path, name, content)

    def test_too_large(self, tmp_path: Path) -> None:
        """A file over the limit is refused; one at the limit is read."""
        assert "too_large" == _code(tmp_path, "a.txt", b"word " * 201, limit=1_000)
        assert _read(tmp_path, "a.txt", b"word " * 200, limit=1_000).text

    @pytest.mark.parametrize("name", ["missing.txt", "x" * 300, "a\x00b", "", "missing/a.txt"])
    def test_not_found(self, tmp_path: Path, name: str) -> None:
        """A path that leads nowhere is not found."""
        with pytest.raises(InputError) as caught:
            read_source(str(tmp_path / "no" / name) if name else "")
        assert "not_found" == caught.value.code

    def test_not_a_file(self, tmp_path: Path) -> None:
        """Folders, pipes, devices and links to them are no files."""
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "link").symlink_to(tmp_path / "pipe")
        for path in (tmp_path, tmp_path / "pipe", tmp_path / "link", Path(os.devnull)):
            with pytest.raises(InputError) as caught:
                read_source(str(path))
            assert "not_a_file" == caught.value.code

    def test_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that may not be read says so."""
        path = tmp_path / "a.txt"
        path.write_text(_PROSE)

        def refuse(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
        with pytest.raises(InputError) as caught:
            read_source(str(path))
        assert "permission" == caught.value.code

    def test_damaged(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A disk that fails says so."""
        path = tmp_path / "a.txt"
        path.write_text(_PROSE)

        def fail(*_: object) -> int:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(os, "open", fail)
        with pytest.raises(InputError) as caught:
            read_source(str(path))
        assert "damaged" == caught.value.code

    def test_web_address(self) -> None:
        """A web address is a usage error for now."""
        with pytest.raises(UsageError, match="not read yet"):
            read_source("https://harbor.example/a.html")

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A hyphen reads standard input; nothing in it is empty."""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_PROSE.encode())))
        source = read_source("-")
        assert (_PROSE, "-") == (source.text, source.origin)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        with pytest.raises(InputError) as caught:
            read_source("-")
        assert ("empty", "standard input") == (caught.value.code, caught.value.where)
