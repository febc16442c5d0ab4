"""Columns as the tables are written with; all tables belong to one `metadata`."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Text

metadata = MetaData()


def blob(name: str, *, key: bool = False, required: bool = False) -> Column[bytes]:
    """Bytes; a key or a required column is never NULL."""
    return Column(name, LargeBinary, primary_key=key, nullable=not (key or required))


def text(name: str) -> Column[str]:
    """Text that is never NULL; nothing known is ""."""
    return Column(name, Text, nullable=False, server_default="")


def integer(name: str, *, required: bool = False) -> Column[int]:
    """A whole number, NULL when not known unless required."""
    return Column(name, Integer, nullable=not required)
