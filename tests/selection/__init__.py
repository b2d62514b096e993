"""Tests of the ranking of sentences."""
