"""One letter type as one file: plain TOML of an office, or signed by the province."""

from __future__ import annotations

import binascii
import json
import tomllib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.errors import DefinitionError

MOST_BYTES = 512 * 1024
FORM = "nagari-surat/1"
_CONTEXT = b"nagari-letter-pack/v1\0"
_UNCHANGED = "Jenis surat di kantor ini tidak berubah."


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The TOML bytes. `signer`: raw public key that signed exactly these, b"" for nobody."""

    raw: bytes
    signer: bytes


def pack_message(raw: bytes) -> bytes:
    """What the province's Ed25519 key signs of a letter type."""
    return _CONTEXT + raw


def sealed_file(raw: bytes, public: bytes, signature: bytes) -> bytes:
    """The envelope of a signed type."""
    return canonical_bytes(
        {
            "form": FORM,
            "key": public.hex(),
            "signature": signature.hex(),
            "toml": b64encode(raw).decode("ascii"),
        }
    )


def open_file(content: bytes) -> OpenedFile:
    """What a file holds. Raises DefinitionError for a damaged or foreign one."""
    if len(content) > MOST_BYTES:
        raise _refused("Berkas ini terlalu besar untuk satu jenis surat.", "too long")
    if content.lstrip()[:1] == b"{":
        return _opened_envelope(content)
    return OpenedFile(content, b"")


def identity_of(raw: bytes) -> tuple[str, str]:
    """Id and title in the TOML. Raises DefinitionError when it is none of ours."""
    try:
        head = tomllib.loads(raw.decode("utf-8"))["surat"]
        return str(head["id"]), str(head["judul"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _refused(
            "Berkas ini rusak atau bukan jenis surat Nagari Kit.", "no [surat]"
        ) from error


def province_key(ca_file: Path) -> bytes:
    """Raw key of the province's authority as this PC knows it; b"" before it was enrolled."""
    from nagari_kit.sync.keyset import authority_key, read_ca
    from nagari_kit.sync.strict_json import MalformedError

    try:
        return authority_key(read_ca(ca_file))
    except MalformedError:
        return b""


def _opened_envelope(content: bytes) -> OpenedFile:
    from nagari_kit.sync.device_keys import signature_holds

    try:
        found = json.loads(content)
        if found["form"] != FORM:
            raise _refused("Berkas ini dibuat untuk versi program yang lain.", "form")
        raw = b64decode(found["toml"], validate=True)
        public, signature = bytes.fromhex(found["key"]), bytes.fromhex(found["signature"])
    except (ValueError, KeyError, TypeError, binascii.Error, RecursionError) as error:
        raise _refused("Berkas jenis surat ini rusak, isinya tidak terbaca.", "envelope") from error
    if not signature_holds(public, signature, pack_message(raw)):
        raise _refused(
            "Berkas ini rusak atau diubah orang: isinya tidak cocok dengan tanda tangannya.",
            "signature",
        )
    return OpenedFile(raw, public)


def _refused(sentence: str, detail: str) -> DefinitionError:
    return DefinitionError(
        f"{sentence} {_UNCHANGED}",
        hint="Minta lagi berkas itu dari pengirimnya, lalu ambil sekali lagi.",
        detail=detail,
    )
