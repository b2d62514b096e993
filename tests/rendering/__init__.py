"""The tests of `briefing.rendering`."""
