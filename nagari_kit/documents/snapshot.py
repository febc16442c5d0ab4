"""A letter with every value resolved: what is filed, and what a reprint is made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from nagari_kit.errors import LetterError

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. `field_id` names the input it came from, or is "".

    `missing`: there is no usable value yet; `text` then says in Indonesian what is missing.
    """

    text: str
    bold: bool = False
    field_id: str = ""
    missing: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """Running text; `closing` stays with the signature."""

    spans: Spans
    indent: bool
    closing: bool


@dataclass(frozen=True, slots=True)
class DataLine:
    """One label and its value."""

    label: Spans
    value: Spans


@dataclass(frozen=True, slots=True)
class DataTable:
    """Label : value lines."""

    lines: tuple[DataLine, ...]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Heads, widths (mm of 170), alignments, and the cells row by row."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    aligns: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]


Body = ParagraphText | DataTable | RuledTable


@dataclass(frozen=True, slots=True)
class KopText:
    """The letterhead without its logo; `rule` and `arrangement` as in the office's profile."""

    lines: tuple[str, ...]
    address: tuple[str, ...]
    arrangement: str
    rule: str
    preprinted: bool
    logo_sha256: str


@dataclass(frozen=True, slots=True)
class SignatureText:
    """`prefix` ("a.n.") hangs left of the first office line; `nip` is grouped or ""."""

    place_date: str
    prefix: str
    office_lines: tuple[str, ...]
    name: str
    nip: str


@dataclass(frozen=True, slots=True)
class LetterSnapshot:
    """Everything that the page shows but the logo's bytes. Dates are ISO text, None when absent.

    `number` None is a draft. `kop` None is a letter without letterhead.
    """

    definition_id: str
    definition_version: int
    definition_sha256: str
    paper: str
    kop: KopText | None
    title: str
    short_title: str
    number: str | None
    issue_date: str
    valid_until: str | None
    subject_name: str
    subject_nik: str
    values: Mapping[str, str]
    body: tuple[Body, ...]
    signature: SignatureText

    def to_json(self) -> bytes:
        """Canonical JSON: sorted keys, ASCII, no blanks, whole numbers only."""
        value = {"schema": SCHEMA, **self._parts()}
        return json.dumps(
            value, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":")
        ).encode("ascii")

    @classmethod
    def from_json(cls, source: bytes) -> LetterSnapshot:
        """The snapshot that `to_json` wrote. Raises LetterError when it is damaged or newer."""
        try:
            value = json.loads(source)
            if value.pop("schema") != SCHEMA:
                raise LetterError(
                    "Arsip surat ini dibuat oleh program yang lebih baru. Arsipnya tetap utuh.",
                    hint="Perbarui program di laptop ini, lalu cetak ulang.",
                    code="SURAT-06",
                )
            return _snapshot(value)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise LetterError(
                "Arsip isi surat ini tidak terbaca. Berkas PDF yang tersimpan tidak berubah.",
                hint="Cetak dari berkas PDF yang tersimpan dan laporkan kode ini.",
                code="SURAT-07",
                detail=f"snapshot: {type(error).__name__}",
            ) from error

    def _parts(self) -> dict[str, object]:
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)}

    def missing(self) -> tuple[str, ...]:
        """What is still missing, in words, each once, in reading order."""
        found = dict.fromkeys(span.text for span in self._spans() if span.missing)
        return tuple(found)

    def _spans(self) -> list[Span]:
        found: list[Span] = []
        for block in self.body:
            if isinstance(block, ParagraphText):
                found += block.spans
            elif isinstance(block, DataTable):
                for line in block.lines:
                    found += (*line.label, *line.value)
            else:
                found += (span for row in block.rows for cell in row for span in cell)
        return found


_BODY_KINDS: dict[str, type[Body]] = {
    "data": DataTable,
    "paragraf": ParagraphText,
    "tabel": RuledTable,
}
_BODY_NAMES = {kind.__name__: name for name, kind in _BODY_KINDS.items()}


def _plain(value: object) -> object:
    """Dataclasses to mappings, tuples to lists; a span without anything special to its text."""
    if isinstance(value, Span):
        flags = {
            key: found
            for key, found in (("b", value.bold), ("f", value.field_id), ("m", value.missing))
            if found
        }
        return {"t": value.text, **flags} if flags else value.text
    if is_dataclass(value) and not isinstance(value, type):
        named = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        kind = _BODY_NAMES.get(type(value).__name__)
        return {"kind": kind, **named} if kind else named
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _snapshot(value: dict[str, Any]) -> LetterSnapshot:
    kop = value["kop"]
    signature = value["signature"]
    return LetterSnapshot(
        **{
            **value,
            "kop": kop
            and KopText(**{**kop, "lines": tuple(kop["lines"]), "address": tuple(kop["address"])}),
            "body": tuple(_body(block) for block in value["body"]),
            "signature": SignatureText(
                **{**signature, "office_lines": tuple(signature["office_lines"])}
            ),
        }
    )


def _body(block: dict[str, Any]) -> Body:
    kind = _BODY_KINDS[block["kind"]]
    if kind is ParagraphText:
        return ParagraphText(_spans(block["spans"]), block["indent"], block["closing"])
    if kind is DataTable:
        lines = (DataLine(_spans(one["label"]), _spans(one["value"])) for one in block["lines"])
        return DataTable(tuple(lines))
    return RuledTable(
        tuple(block["heads"]),
        tuple(block["widths"]),
        tuple(block["aligns"]),
        tuple(tuple(_spans(cell) for cell in row) for row in block["rows"]),
    )


def _spans(items: list[Any]) -> Spans:
    return tuple(
        Span(item)
        if isinstance(item, str)
        else Span(item["t"], item.get("b", False), item.get("f", ""), item.get("m", False))
        for item in items
    )
