"""The rules of the grammar of time expressions: a name, a pattern over classes of words, a reader.

In a pattern `{name}` is one token of a class of `words.CLASSES` or one of the pieces of `pieces.PIECES`, `<name>` the same as a named part, and
`<part:name>` as a part of another name. The first rule that matches at a place wins, so longer rules stand before shorter ones.
No pattern repeats without a bound. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex import (
    amounts,
    calendar_dates,
    clock_times,
    months,
    named_days,
    references,
    relative_dates,
    relative_days,
    reports,
    year_parts,
)
from briefing.analysis.timex.anchored import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.analysis.timex.phrases import Phrase, Reading, Story

    Reader = Callable[[Phrase, Story], Reading | None]

__all__ = ["RULES"]

_ON_DAY = "(?:{comma}?{on}?(?:<day_named>|<weekday>(?:<on_part:part>)?|{this}<on_part2:part>))?(?:{comma}?{on}?<month>{stop}<day>(?:{pause}<year>)?)?"
# The day of the second of two times is the first one's too: "between 2 p.m. and 4 p.m. on Monday".
_TO_CLOCK_ON_DAY = "(?=[{to}{and}{hyphen}]{clock_or_small}{meridiem}?{comma}?{on}?(?:<day_named>|<weekday>|<month>{stop}<day>(?:{pause}<year>)?))"
_OF_YEAR = "(?:[{of}{comma}{in}]?{fiscal}?{one_year}?<year>|[{of}{in}]?<way:any_way>{fiscal}?{one_year}|[{of}{in}]<the_year:the>{fiscal}?{one_year})"
_QUARTER = "{fiscal}?{gap}<place>{gap}{fiscal}?{one_quarter}"
_THAT_YEAR = "{pause}[{of}{in}]?<way:year_way><own_year:one_year>"
_OR_SO = "(?:{or}{so})?"

# name, whether "the" before it belongs to it, pattern, reader
RULES: tuple[tuple[str, bool, str, Reader], ...] = (
    ("iso date", False, "<iso>", calendar_dates.read_iso),
    ("years", False, "<years>", calendar_dates.read_years),
    ("date in figures", False, "<slashed>", calendar_dates.read_slashed),
    ("clock", False, "<time:clock_or_small><meridiem>?" + _TO_CLOCK_ON_DAY, clock_times.read_clock),
    (
        "clock",
        False,
        "<time:clock_or_small><meridiem>(?:{comma}?(?:<zone>|{zone_name}){time}?)?(?:{other}{military}{zone}{other})?"
        + _ON_DAY,
        clock_times.read_clock,
    ),
    ("clock", False, "<time:clock_time>(?:<zone>{time}?)?" + _ON_DAY, clock_times.read_clock),
    (
        "clock",
        False,
        "(?:<time:clock_number><clock>(?:{in}{the}<part>)?|<time2:small>{in}{the}<part2:part>)" + _ON_DAY,
        clock_times.read_clock,
    ),
    (
        "clock",
        False,
        "(?:<half:half>{past}|{article}?<quarter:one_quarter><way:past_or_to>|<minutes:clock_number>{many_minute}?<way2:past_or_to>)<time:clock_number>{clock}?(?:<meridiem>|{in}{the}<part>)?(?!{unit}|{month}|{digit})"
        + _ON_DAY,
        clock_times.read_spoken_clock,
    ),
    ("clock", False, "<military><zone>{time}?" + _ON_DAY, clock_times.read_clock),
    ("hour by name", False, "<hour_named>(?:<zone>)?" + _ON_DAY, clock_times.read_clock),
    (
        "month and day",
        False,
        "<month>{stop}<day>(?=(?:[{to}{and}{hyphen}]{month}{stop}{day}|{and}{small}){pause}<year>)",
        calendar_dates.read_date,
    ),
    (
        "day and month",
        False,
        "<day>{of}?<month>(?=[{to}{and}{hyphen}]{day}{of}?{month}{stop}{pause}<year>)",
        calendar_dates.read_date,
    ),
    (
        "part of a date",
        True,
        "<part>{of}(?:<weekday>{pause})?<month>{stop}<day>(?:{pause}<year>)?",
        calendar_dates.read_date,
    ),
    (
        "part of a date",
        True,
        "<part>{of}(?:<weekday>{pause})?<day>{of}?<month>(?:{pause}<year>)?",
        calendar_dates.read_date,
    ),
    ("day of a year", False, "(?:<weekday>{pause})?<month>{stop}<day>" + _THAT_YEAR, calendar_dates.read_date),
    ("day of a year", False, "(?:<weekday>{pause})?<day>{of}?<month>" + _THAT_YEAR, calendar_dates.read_date),
    (
        "weekday of a month",
        True,
        "<nth:half_place><weekday>[{of}{in}](?:<month>(?:{pause}{of}?<year>)?|{every}{one_month})",
        named_days.read_nth_weekday,
    ),
    (
        "month and day",
        False,
        "(?:<weekday>{stop}{pause}{the}?)?<month>{stop}{the}?<days>(?:{pause}<year>)?",
        calendar_dates.read_date,
    ),
    (
        "month and day",
        False,
        "(?:{before_weekday}<weekday>{stop}{pause}{the}?)?<month>{stop}{the}?<day>(?!{more}?{gap}{unit})(?:[{to}{hyphen}]<until:day>(?!{unit}))?(?:{pause}<year>)?",
        calendar_dates.read_date,
    ),
    (
        "day and month",
        False,
        "(?:<weekday>{stop}{pause}{the}?)?<days>{of}?<month>(?:{stop}{pause}<year>)?",
        calendar_dates.read_date,
    ),
    (
        "day and month",
        False,
        "(?:<weekday>{stop}{pause}{the}?)?<day>(?:[{to}{hyphen}{and}]<until:day>)?{of}?<month>(?:{stop}{pause}<year>)?",
        calendar_dates.read_date,
    ),
    (
        "second day",
        False,
        "(?<=[{months}][{small}][{and}])<next_day:small>(?!{unit})(?:{pause}<year>)?",
        calendar_dates.read_next_day,
    ),
    (
        "month of year",
        False,
        "<month>(?={stop}[{to}{and}{hyphen}]{month}{stop}{pause}<year>)",
        months.read_month_of_year,
    ),
    ("month of year", False, "<month>{stop}{pause}{of}?(?:<year>|<spelled>)", months.read_month_of_year),
    ("month of year", False, "<month>{stop}{pause}{of}?<way:any_way>{one_year}", months.read_month_of_year),
    (
        "holiday",
        False,
        "(?:<way:any_way>{past}?)?<holiday>{rest}(?:[{comma}{of}{in}]?<year>)?",
        named_days.read_holiday,
    ),
    ("season of year", True, "<season>{of}?(?:<year>|<spelled>|<split:split_year>)", year_parts.read_season),
    ("season of year", True, "<season>{of}?<way:any_way><one_year>", year_parts.read_season),
    ("quarter", True, _QUARTER + "(?:" + _OF_YEAR + ")", year_parts.read_quarter),
    ("quarter", True, "<year>{fiscal}?<place>{gap}{one_quarter}", year_parts.read_quarter),
    (
        "quarter",
        True,
        "<way:any_way>{one_year}{possessive}?{fiscal}?<place>{gap}{one_quarter}",
        year_parts.read_quarter,
    ),
    (
        "quarter",
        True,
        "[{the}{article}]?{corresponding}?{one_year}{gap}<ago:ago_or_earlier>{fiscal}?<place>{gap}{one_quarter}",
        year_parts.read_quarter,
    ),
    (
        "quarter",
        False,
        "<place:quarter_code>(?:{pause}{of}?(?:{fiscal}|{year_code})?<year>|{of}?<way:year_way>{one_year})?",
        year_parts.read_quarter,
    ),
    ("half", False, "<code:half_code>(?:{pause}{of}?<year>|{of}?<way:year_way>{one_year})?", year_parts.read_half),
    ("half", True, "<place:half_place>{gap}{half}" + _OF_YEAR, year_parts.read_half),
    ("quarter", True, _QUARTER, year_parts.read_quarter),
    (
        "year-ago quarter",
        True,
        "[{the}{article}]?{corresponding}?{one_year}{hyphen}<ago:ago_or_earlier><quarterly>",
        reports.read_year_ago,
    ),
    ("year-ago quarter", False, "{one_year}{hyphen}<ago:ago_or_earlier>", reports.read_year_ago),
    (
        "year-ago quarter",
        True,
        "{the}?[{corresponding}{same}]?<quarterly>[{of}{in}]?{last}{one_year}",
        reports.read_year_ago,
    ),
    (
        "year-ago quarter",
        True,
        "{the}?[{corresponding}{same}]?<quarterly>{article}{one_year}{ago_or_earlier}",
        reports.read_year_ago,
    ),
    ("year-ago quarter", True, "{last}{one_year}{possessive}<quarterly>", reports.read_year_ago),
    ("latest period", True, "{latest}{period}", reports.read_latest_period),
    ("full year", False, "<way:the>{more}<unit:one_year>", relative_dates.read_unit),
    ("week of a day", False, "{the}<week:one_week>{of}<month>{stop}<day>(?:{pause}<year>)?", calendar_dates.read_date),
    ("week of a day", False, "{the}<week:one_week>{of}<day>{of}?<month>(?:{pause}<year>)?", calendar_dates.read_date),
    (
        "week of a month",
        True,
        "<nth:half_place><week:week_or_weekend>[{of}{in}]<month>(?:{pause}{of}?<year>)?",
        named_days.read_week_of_month,
    ),
    ("quarter of a year", True, "<year><quarterly>", reports.read_period_of_year),
    (
        "fiscal year",
        False,
        "<sure:fiscal>{one_year}?<year>|<sure2:year_code>(?:<year2:year>|<short:small>)",
        calendar_dates.read_year,
    ),
    ("year", True, "{the}?<sure:one_year>(?:<year>|<spelled>)", calendar_dates.read_year),
    ("decade", True, "{apostrophe}?<decade>", calendar_dates.read_decade),
    ("century", True, "<place>{gap}{one_century}", calendar_dates.read_century),
    (
        "from now",
        False,
        "<count>{more}?<unit>(?:{from}<ahead:reference>)|(?<={in})<count2:count><unit2:unit>{possessive}<ahead2:time>",
        relative_dates.read_ago,
    ),
    (
        "ago",
        False,
        "<count>{more}?{gap}<unit>(?:<half_more:and>{article}{half})?" + _OR_SO + "{ago}",
        relative_dates.read_ago,
    ),
    ("ago", False, "<unit:units>{ago}", relative_dates.read_ago),
    ("later than", False, "<count>{more}?<unit>(?=[{earlier}{later}]{than})", amounts.read_duration),
    ("from the last date", False, "<count>{more}?<unit>(?:<earlier>|{later})", relative_dates.read_from_last),
    (
        "unit past unit",
        False,
        "{the}<unit:past_unit>(?:{before}<gone:last>|{after}<far:next>)",
        relative_dates.read_unit_past_unit,
    ),
    ("night before last", False, "{the}<part>{before}{last}", relative_days.read_night_before_last),
    ("day past day", True, "{one_day}(?:{before}|<after>)<day_named>", relative_days.read_day_past_day),
    ("part of a day", False, "<part>{of}?<day_named>", relative_days.read_day_named),
    ("part of a day", False, "<part>{of}?<weekday>(?!{comma}{month})", named_days.read_weekday),
    ("day by name", False, "<day_named>(?:<part>)?", relative_days.read_day_named),
    (
        "every",
        False,
        "{every}(?:(?:<other:half_place>|{more})(?:<weekday2:weekday>|<unit3:one_unit>)|<weekday>(?:<part>)?|<month>|<season>|<part2:part>|<unit:one_unit>|<count:exact><unit2:unit>)",
        amounts.read_every,
    ),
    (
        "stretch",
        True,
        "{this}?[{last}{past}{next}{coming}{following}{previous}{latest}{ordinals}](?:{exact}[{to}{or}])?<count:at_most>{more}?<unit>"
        + _OR_SO,
        amounts.read_stretch,
    ),
    ("weekdays", False, "<weekday>(?:<part:dayparts_plural>)", amounts.read_weekdays),
    ("weekday", False, "(?:{this}?<way:any_way>|{the}<way2:told_way>)?<weekday>(?:<part>)?", named_days.read_weekday),
    ("weekdays", False, "<weekday:weekdays_plural>", amounts.read_weekdays),
    ("weekdays", False, "(?<={on})<weekends:many_weekend>", amounts.read_weekdays),
    ("unit", True, "{this}?<way:any_way>{fiscal}?<unit:one_long_unit>", relative_dates.read_unit),
    ("unit", True, "<way:past_or_next><unit:one_long_unit>", relative_dates.read_unit),
    ("month", False, "{this}?<way:any_way><month>", months.read_month),
    ("season", True, "(?:{this}?<way:any_way>)?<season>", year_parts.read_season),
    ("part of a day", False, "(?:<way:any_way>|{the}<way2:told_way>)<part>", relative_days.read_daypart),
    ("part of a day", False, "(?<={in})<way:the><part>", relative_days.read_daypart),
    ("vague units", False, "<way:vague_way>{vague}?<unit:units>", references.read_vague_unit),
    ("year's end", False, "{one_year}(?:{possessive}|<hyphen>)?{end}", relative_dates.read_year_end),
    (
        BESIDE,
        False,
        "{the}<unit:unit_beside>(?=[{before}{after}{following}][{the}{that}{other}{holiday}{months}{weekdays}{small}{ordinal_number}{year_number}])",
        relative_dates.read_unit_beside,
    ),
    (
        "unit before",
        False,
        "{the}<unit:unit_before>{before}(?!{the})|{the}<unit2:one_day>{before}(?=[{comma}{dot}])",
        relative_dates.read_unit_before,
    ),
    (
        "the unit",
        False,
        "<way:the>{fiscal}?<unit:the_one_unit>(?!{hyphen}{ago_or_earlier})",
        relative_dates.read_the_unit,
    ),
    ("duration", False, "(?:<count:exact>{hyphen})?<unit>{hyphen}<long:more>", amounts.read_long),
    (
        "duration",
        True,
        "<from:exact>[{to}{or}]<count:exact>{gap}<unit>{gap}(?:<old>)?",
        amounts.read_duration,
    ),
    (
        "duration",
        True,
        "<count>{gap}{more}?{gap}<unit>(?!{hyphen}[{ago}{earlier}{more}])(?:<half_more:and>{article}{half})?{gap}(?:<old>)?"
        + _OR_SO,
        amounts.read_duration,
    ),
    ("units", False, "<unit:bare_units>(?:[{or}{and}]{bare_units})?", amounts.read_bare_units),
    ("set", False, "<set>", amounts.read_set),
    ("reference", False, "(?:{right})<present:reference>|{at}<present2:present>", references.read_reference),
    (
        "reference",
        False,
        "{the}(?:<past>(?!{unit}|{count}|{part}|{weekday}|{month}|{season})|{near}?<future>)",
        references.read_reference,
    ),
    ("reference", False, "{near}<future>", references.read_reference),
    ("reference", False, "<reference>", references.read_reference),
    ("reference", False, "<present:current>", references.read_reference),
    ("reference", False, "<past:recent>", references.read_reference),
    ("year", False, "<spelled>", calendar_dates.read_year),
    ("year", False, "<year>(?!{gap}{unit})", calendar_dates.read_year),
    ("month", False, "<month>", months.read_month),
)
