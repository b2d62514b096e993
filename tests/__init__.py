"""The tests of briefing."""
