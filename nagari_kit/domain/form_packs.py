"""What is told of a form that an office installed from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FormPack:
    """The newest version of one form. `in_use`: letters of its type are made with just this one."""

    id: str
    version: int
    title: str
    pages: int
    in_use: bool
    installed_at: datetime
    installed_by: str
