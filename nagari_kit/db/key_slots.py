"""The file beside the database that holds its key, wrapped once for every way in."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from nagari_kit.errors import AccessDeniedError, CryptoError, NotFoundError, StorageCorruptError
from nagari_kit.infra.crypto import (
    KEY_BYTES,
    PassphraseCost,
    WrappedKey,
    new_key,
    unwrap_key,
    wrap_key,
)
from nagari_kit.infra.files import write_atomically

FORMAT = "nagari-kit/kunci"
VERSION = 1
PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind of slot
WRONG_PASSPHRASE = "KUNCI-02"  # noqa: S105 - an error code
MOST_MEMORY_KIB, MOST_ITERATIONS = 1024 * 1024, 64
"""The file lies outside the encryption: a damaged number must not ask for a terabyte."""


def create_key_slots(path: Path, passphrase: str, *, cost: PassphraseCost | None = None) -> bytes:
    """Make a random database key and a first slot that the passphrase opens; returns the key.

    The file is JSON: `{"format", "version", "slots": [{"id", "kind", "argon2id", "salt", "nonce",
    "sealed"}]}`, bytes in Base64. More slots wrap the same key. Raises StorageError.
    """
    key = new_key()
    wrapped = wrap_key(key, passphrase, cost or PassphraseCost(), _context(1, PASSPHRASE))
    document = {"format": FORMAT, "version": VERSION, "slots": [_slot(1, wrapped)]}
    write_atomically(path, json.dumps(document, indent=1).encode("ascii"))
    return key


def unlock_key(path: Path, passphrase: str) -> bytes:
    """The database key by the first passphrase slot that opens.

    Raises NotFoundError (no office here), AccessDeniedError code KUNCI-02 (no slot opens),
    StorageCorruptError (the file is damaged).
    """
    for number, wrapped in _read(path):
        try:
            key = unwrap_key(wrapped, passphrase, _context(number, PASSPHRASE))
        except CryptoError:
            continue
        if len(key) == KEY_BYTES:
            return key
    raise AccessDeniedError(
        "Kata sandi salah. Data kantor tetap aman dan tidak berubah.",
        hint="Periksa huruf besar (Caps Lock), lalu ketik sekali lagi.",
        code=WRONG_PASSPHRASE,
    )


def _slot(number: int, wrapped: WrappedKey) -> dict[str, Any]:
    return {
        "id": number,
        "kind": PASSPHRASE,
        "argon2id": {
            "memory_kib": wrapped.cost.memory_kib,
            "iterations": wrapped.cost.iterations,
            "lanes": wrapped.cost.lanes,
        },
        "salt": b64encode(wrapped.salt).decode("ascii"),
        "nonce": b64encode(wrapped.nonce).decode("ascii"),
        "sealed": b64encode(wrapped.sealed).decode("ascii"),
    }


def _read(path: Path) -> list[tuple[int, WrappedKey]]:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(
            "Belum ada data kantor di folder ini.",
            hint="Buat kantor baru, atau pilih folder data yang benar.",
            code="KUNCI-03",
        ) from error
    try:
        document = json.loads(content)
        return _passphrase_slots(document)
    except (ValueError, KeyError, TypeError) as error:
        raise StorageCorruptError(
            "Berkas kunci (kunci.json) rusak. Data kantor tidak diubah.",
            hint="Pulihkan berkas kunci.json dari cadangan, atau hubungi admin.",
            code="KUNCI-04",
        ) from error


def _passphrase_slots(document: dict[str, Any]) -> list[tuple[int, WrappedKey]]:
    if document["format"] != FORMAT or document["version"] != VERSION:
        raise ValueError("unknown format")
    return [_parsed(slot) for slot in document["slots"] if slot["kind"] == PASSPHRASE]


def _parsed(slot: dict[str, Any]) -> tuple[int, WrappedKey]:
    cost = slot["argon2id"]
    if int(cost["memory_kib"]) > MOST_MEMORY_KIB or int(cost["iterations"]) > MOST_ITERATIONS:
        raise ValueError("cost that no office PC was given")
    wrapped = WrappedKey(
        salt=b64decode(slot["salt"], validate=True),
        nonce=b64decode(slot["nonce"], validate=True),
        sealed=b64decode(slot["sealed"], validate=True),
        cost=PassphraseCost(int(cost["memory_kib"]), int(cost["iterations"]), int(cost["lanes"])),
    )
    return int(slot["id"]), wrapped


def _context(number: int, kind: str) -> bytes:
    return f"{FORMAT}/{VERSION}/{kind}/{number}".encode("ascii")
