"""The pronouns of the third person, by what they can mean: told once for all who tie or count them."""

from __future__ import annotations

__all__ = ["HE_OR_SHE", "IT_OR_THEY"]

HE_OR_SHE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Those of a person, with the letter of the gender."""

IT_OR_THEY = frozenset({"it", "its", "itself", "they", "them", "their", "themselves"})
"""Those of a body or a state."""
