"""The one exception hierarchy: every refusal carries an Indonesian sentence, a hint and a code.

`user_message` says what happened and what was not lost, `hint` what to do next, `code` is what an
officer reads out on the telephone. `detail` is technical English for the log and never holds
personal data. What is not a `NagariError` is a bug.
"""

from __future__ import annotations

from collections.abc import Mapping


class NagariError(Exception):
    """Anything that the program refuses or fails on purpose."""

    default_code = "KIT-00"
    default_hint: str | None = None

    def __init__(
        self,
        user_message: str,
        *,
        hint: str | None = None,
        code: str | None = None,
        detail: str | None = None,
    ) -> None:
        super().__init__(detail or user_message)
        self.user_message = user_message
        self.hint = hint if hint is not None else self.default_hint
        self.code = code or self.default_code


class InputError(NagariError):
    """Values that a person typed are not usable; `fields` maps a field id to its sentence."""

    default_code = "ISI-01"

    def __init__(
        self,
        user_message: str,
        fields: Mapping[str, str] | None = None,
        *,
        hint: str | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(user_message, hint=hint, code=code)
        self.fields: dict[str, str] = dict(fields or {})


class RuleError(NagariError):
    """A rule of the domain says no."""

    default_code = "ATR-01"


class NotFoundError(NagariError):
    """What was asked for is not in this office's data."""

    default_code = "CARI-01"


class ConflictError(NagariError):
    """Somebody else changed it first; reload and try again."""

    default_code = "UBAH-01"


class AccessDeniedError(NagariError):
    """The passphrase, key or role does not open this."""

    default_code = "IZIN-01"


class StorageError(NagariError):
    """The database file or the disk cannot do what was asked."""

    default_code = "SIMPAN-01"


class DiskFullError(StorageError):
    """No room left; the running change was rolled back."""

    default_code = "SIMPAN-02"


class StorageLockedError(StorageError):
    """Another process holds the file longer than the waiting time."""

    default_code = "SIMPAN-03"


class StorageCorruptError(StorageError):
    """The file is damaged or is not a Nagari Kit database."""

    default_code = "SIMPAN-04"


class StorageTooNewError(StorageError):
    """A newer program wrote the file; this one must not touch it."""

    default_code = "SIMPAN-05"


class ImportFileError(NagariError):
    """A spreadsheet cannot be read or is not of a known form."""

    default_code = "IMPOR-01"


class DefinitionError(NagariError):
    """A letter definition is wrong; the sentence names file and line."""

    default_code = "DEF-01"


class LetterError(NagariError):
    """A letter cannot be made, found, reprinted or voided."""

    default_code = "SURAT-01"


class PrintError(NagariError):
    """Paper could not be printed; the letter itself is stored."""

    default_code = "CETAK-01"


class CryptoError(NagariError):
    """A key, signature or ciphertext does not verify."""

    default_code = "KUNCI-01"


class SyncError(NagariError):
    """Exchange with the hub failed; nothing local changed."""

    default_code = "SINKRON-01"


class OfflineError(SyncError):
    """The hub cannot be reached."""

    default_code = "SINKRON-02"


class ServerRefusedError(SyncError):
    """The hub answered with a refusal."""

    default_code = "SINKRON-03"


class HubError(NagariError):
    """The hub itself cannot start or carry out an operator's command."""

    default_code = "HUB-01"


class Cancelled(NagariError):  # noqa: N818 - a wish of the user, not an error
    """The user cancelled; shown nowhere."""

    default_code = "BATAL-00"

    def __init__(self) -> None:
        super().__init__("Dibatalkan.")
