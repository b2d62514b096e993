"""The tests of briefing.reading."""
