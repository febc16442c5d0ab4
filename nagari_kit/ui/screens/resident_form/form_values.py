"""Between a resident and the texts of the form, by the list of fields alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from nagari_kit.domain import code_lists, nik
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.resident_checks import fact
from nagari_kit.domain.residents import Residency, Resident, Sex
from nagari_kit.domain.suku import tidy_suku
from nagari_kit.ui.code_words import code_words
from nagari_kit.ui.screens.resident_form.field_specs import SPECS, Entry, FieldSpec

_NULLABLE = frozenset({"nik"})
_KINDS: Mapping[str, type[Any]] = {"sex": Sex, "residency": Residency}


def texts_of(one: Resident) -> dict[str, str]:
    """What stands in each field for these facts."""
    return {path: _text(spec, fact(one, path)) for path, spec in SPECS.items()}


def written(base: Resident, texts: Mapping[str, str]) -> tuple[Resident, dict[str, str]]:
    """`base` with what stands in the fields, and a sentence for each that cannot be read.

    A field that cannot be read, or is not among `texts`, keeps the fact of `base`.
    """
    faults: dict[str, str] = {}
    changes: dict[str, Any] = {}
    for path, text in texts.items():
        value, fault = _read(SPECS[path], " ".join(text.split()) if path != "note" else text)
        if fault:
            faults[path] = fault
        else:
            changes[path] = value
    return _with(base, changes), faults


def titles_apart(texts: Mapping[str, str]) -> dict[str, str]:
    """Name fields anew when titles were typed into the name; nothing when there were none."""
    typed = texts["name.name"]
    found = person_name(" ".join(typed.split()))
    parts = {
        "name.gelar_depan": found.gelar_depan,
        "name.gelar_belakang": found.gelar_belakang,
        "name.gelar_adat": found.gelar_adat,
    }
    moved = {path: part for path, part in parts.items() if part and not texts[path].strip()}
    lost = any(part and path not in moved for path, part in parts.items())
    if lost or found.name == typed:
        return {}
    return {"name.name": found.name, **moved}


def said_by_nik(number: str, texts: Mapping[str, str], today: date) -> dict[str, str]:
    """Sex and birth date as a NIK tells them, for fields that are still empty.

    The date only when its century is certain: a year that 20YY has not reached yet.
    """
    if nik.fault(number) or not nik.has_possible_date(number):
        return {}
    said, found = nik.parts(number), {}
    if not texts["sex"]:
        found["sex"] = str(int(said.sex))
    if not texts["birth_date"] and said.two_digit_year > today.year % 100:
        try:
            born = date(1900 + said.two_digit_year, said.month, said.day)
        except ValueError:
            return found
        found["birth_date"] = f"{born:%d-%m-%Y}"
    return found


def _text(spec: FieldSpec, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if spec.entry is Entry.LISTED and isinstance(value, int):
        return code_words(code_lists.LISTS[spec.codes], value)
    return str(int(value)) if isinstance(value, int) else str(value)


def _read(spec: FieldSpec, text: str) -> tuple[object, str]:
    """The value and "", or None and why there is none."""
    if spec.entry is Entry.DATE:
        day = typed_date(text) if text else None
        return day, "" if day or not text else "Tulis tanggal seperti 31-12-1982."
    if spec.entry is Entry.NUMBER:
        if not text:
            return None, ""
        digits = text.isascii() and text.isdigit()
        return (int(text), "") if digits else (None, "Tulis dengan angka saja.")
    if spec.entry in {Entry.CODE, Entry.LISTED}:
        return _read_code(spec, text)
    if spec.entry is Entry.DIGITS:
        text = nik.compact(text)
    if spec.path == "suku":
        text = tidy_suku(text)
    return (text or None) if spec.path in _NULLABLE else text, ""


def _read_code(spec: FieldSpec, text: str) -> tuple[object, str]:
    labels = code_lists.LISTS[spec.codes]
    if not text:
        return None, ""
    code = int(text) if spec.entry is Entry.CODE else _code_named(labels, text)
    if code not in labels:
        return None, "Pilih dari daftar: tekan panah bawah."
    return _KINDS.get(spec.path, int)(code), ""


def _code_named(labels: Mapping[int, str], text: str) -> int:
    wanted = text.casefold()
    return next((code for code, words in labels.items() if words.casefold() == wanted), 0)


def _with(base: Resident, changes: Mapping[str, Any]) -> Resident:
    outer = {path: value for path, value in changes.items() if "." not in path}
    if outer.get("residency", base.residency) is None:
        outer["residency"] = base.residency
    inner: dict[str, dict[str, Any]] = {}
    for path, value in changes.items():
        if "." in path:
            group, name = path.split(".")
            inner.setdefault(group, {})[name] = value
    groups = {group: replace(getattr(base, group), **values) for group, values in inner.items()}
    return replace(base, **outer, **groups)
