"""Tests of the grammar of time expressions."""
