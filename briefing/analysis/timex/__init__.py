"""The parts of the date finder: periods of the calendar, words of time, the grammar over them, what each rule means.

`briefing.analysis.dates` puts them together. Standard library only.
"""
