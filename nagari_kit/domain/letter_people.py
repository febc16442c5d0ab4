"""How what is wrong with the people of a letter is named, beside the ids of its fields."""

from __future__ import annotations

ROLE_FIELD = "pihak."
"""Before the id of a role or list in the keys of `InputError.fields` and of problems."""
SUBJECT_FIELD = "resident"
"""The key of what is wrong with the person of the letter."""
