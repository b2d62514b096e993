"""The errors of `briefing`: each says what is wrong, where, and what to do.

    BriefingError               any error a caller may want to catch
    ├── InputError              an article cannot be read or briefed; has a `code`
    ├── UsageError              an option, format, method or template name is not known
    │   └── AliasesError        an alias file cannot be read, or something in it is at fault
    ├── TemplateError           a template's header or body is at fault
    ├── LexiconError            a word list in `briefing/data/` is at fault
    └── MissingPartError        an optional part (the language model, an extra) is not installed

`str(error)` is the one line a user reads: `where: code: what; what to do`.
"""

from __future__ import annotations

__all__ = [
    "AliasesError",
    "BriefingError",
    "InputError",
    "LexiconError",
    "MissingPartError",
    "TemplateError",
    "UsageError",
]


class BriefingError(Exception):
    """An error with one clear line for the user.

    Args:
        what: What is wrong, a short phrase without a final full stop.
        where: The file, option or name at fault; empty where there is none.
        remedy: What the user can do about it; empty where nothing can be done.
    """

    code = "error"

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        line = f"{self.code}: {self.what}"
        if self.where:
            line = f"{self.where}: {line}"
        if self.remedy:
            line = f"{line}; {self.remedy}"
        return line


class InputError(BriefingError):
    """An article cannot be read or briefed.

    Args:
        code: One of the codes of the README's table (`empty`, `binary`, `not_found`, ...).
        what: What is wrong.
        where: The file at fault.
        remedy: What the user can do about it.
    """

    def __init__(self, code: str, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.code = code


class UsageError(BriefingError):
    """An option, format, method or template name is not known."""

    code = "usage"


class AliasesError(UsageError):
    """An alias file cannot be read, or something in it is at fault."""

    code = "aliases"


class TemplateError(BriefingError):
    """A template's header or body is at fault."""

    code = "template"


class LexiconError(BriefingError):
    """A word list of the package is at fault."""

    code = "lexicon"


class MissingPartError(BriefingError):
    """An optional part is not installed; the remedy is the command that installs it."""

    code = "missing"
