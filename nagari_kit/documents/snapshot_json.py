"""Frozen dataclasses of a snapshot to canonical JSON and back, by their own declarations."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from nagari_kit.documents import snapshot_bodies as bodies
from nagari_kit.errors import LetterError

_T = typing.TypeVar("_T")
SCHEMA = 2
_READABLE = frozenset({1, SCHEMA})
_KINDS: dict[str, type] = {
    "data": bodies.DataTable,
    "paragraf": bodies.ParagraphText,
    "tabel": bodies.RuledTable,
    "model": bodies.ModelMark,
    "subjudul": bodies.SectionHead,
    "daftar": bodies.NumberedList,
    "kepala_dinas": bodies.OfficialHead,
    "perintah": bodies.OrderTable,
    "saksi": bodies.WitnessRow,
    "ttd": bodies.SignatureRow,
    "ttd_daftar": bodies.SignatureLines,
    "tembusan": bodies.CarbonCopies,
    "halaman_baru": bodies.NextPage,
    "borang": bodies.FormPage,
}
_AS_IT_IS = frozenset({str, int, float, bool, type(None)})
_NAMES = {kind: name for name, kind in _KINDS.items()}


def encoded(snapshot: object) -> bytes:
    """Canonical JSON bytes: what has its declared default is left out."""
    value = {"schema": SCHEMA, **_parts(snapshot)}
    return json.dumps(
        value, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode("ascii")


def decoded(kind: type[_T], source: bytes) -> _T:
    """The dataclass that was encoded. Raises LetterError when it is damaged or newer."""
    try:
        value = json.loads(source)
        if value.pop("schema") not in _READABLE:
            raise LetterError(
                "Arsip surat ini dibuat oleh program yang lebih baru. Arsipnya tetap utuh.",
                hint="Perbarui program di laptop ini, lalu cetak ulang.",
                code="SURAT-06",
            )
        return typing.cast("_T", _built(kind, value))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LetterError(
            "Arsip isi surat ini tidak terbaca. Berkas PDF yang tersimpan tidak berubah.",
            hint="Cetak dari berkas PDF yang tersimpan dan laporkan kode ini.",
            code="SURAT-07",
            detail=f"snapshot: {type(error).__name__}",
        ) from error


def _parts(value: object) -> dict[str, object]:
    found: dict[str, object] = {}
    kind: type = type(value)
    for name, default in _declared(kind):
        content = getattr(value, name)
        if content != default:
            found[name] = content if type(content) in _AS_IT_IS else _plain(content)
    return found


@cache
def _declared(kind: type) -> tuple[tuple[str, object], ...]:
    """Name and default of each field; without one `MISSING`, which equals nothing else."""
    return tuple((one.name, one.default) for one in fields(kind))


def _plain(value: object) -> object:
    """Dataclasses to mappings, tuples to lists; a span without anything special to its text."""
    if isinstance(value, bodies.Span):
        if not (value.bold or value.field_id or value.missing):
            return value.text
        flags = (("b", value.bold), ("f", value.field_id), ("m", value.missing))
        return {"t": value.text, **{key: found for key, found in flags if found}}
    if isinstance(value, tuple):
        return [one if type(one) in _AS_IT_IS else _plain(one) for one in value]
    if is_dataclass(value):
        kind = _NAMES.get(type(value))
        return {"kind": kind, **_parts(value)} if kind else _parts(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _built(kind: type, value: dict[str, Any]) -> object:
    """One dataclass; unknown keys are a TypeError as for any call."""
    hints = _hints(kind)
    return kind(**{key: _read(hints[key], content) for key, content in value.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _read(hint: Any, value: Any) -> object:  # noqa: ANN401 - type forms and JSON have no type
    """What the declaration says of a JSON value; text, numbers and flags are what they are."""
    origin = typing.get_origin(hint)
    if origin is tuple:
        inner, *rest = typing.get_args(hint)
        if rest and rest != [...]:
            kinds = (inner, *rest)
            return tuple(_read(one, item) for one, item in zip(kinds, value, strict=True))
        return tuple(_read(inner, item) for item in value)
    if origin in {types.UnionType, typing.Union}:
        return _one_of(typing.get_args(hint), value)
    if hint is bodies.Span:
        return _span(value)
    if is_dataclass(hint):
        known = {key: content for key, content in value.items() if key != "kind"}
        return _built(typing.cast("type", hint), known)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return dict(value)
    return value


def _one_of(hints: tuple[Any, ...], value: Any) -> object:  # noqa: ANN401 - as above
    if value is None and types.NoneType in hints:
        return None
    inner = [one for one in hints if one is not types.NoneType]
    if len(inner) == 1:
        return _read(inner[0], value)
    return _read(_KINDS[value["kind"]], value)


def _span(value: Any) -> bodies.Span:  # noqa: ANN401 - as above
    if isinstance(value, str):
        return bodies.Span(value)
    return bodies.Span(value["t"], value.get("b", False), value.get("f", ""), value.get("m", False))
