"""Keeps what was entered in the first set-up, so that a power cut in the middle loses nothing.

A JSON file in the data folder, until the office stands. It never holds the passphrase.
"""

from __future__ import annotations

import base64
import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Kop, OfficeProfile, Officer, PaperSize, Standing
from nagari_kit.errors import InputError, NagariError, StorageError
from nagari_kit.infra.files import make_private_dir, write_atomically
from nagari_kit.infra.paths import OfficePaths

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

FILE = "penyiapan.json"
ASIDE = "penyiapan-disisihkan.json"
"""Where a draft goes whose officers could not be used, for whoever wants to look it up."""


@dataclass(frozen=True, slots=True)
class SetupDraft:
    """What is known so far; `step` is the step that was last shown, from 0."""

    profile: OfficeProfile | None = None
    officers: tuple[Officer, ...] = ()
    step: int = 0


class SetupDraftService:
    """Reads and writes the draft of one data folder. Thread-safe by whole-file replacement."""

    def __init__(self, paths: OfficePaths) -> None:
        self._paths = paths
        self._file = paths.data_dir / FILE

    def load(self) -> SetupDraft:
        """The draft, or an empty one when there is none or it cannot be read."""
        try:
            return self._read()
        except (OSError, ValueError, KeyError, TypeError):
            return SetupDraft()

    def save(self, draft: SetupDraft) -> None:
        """Replace the draft; on disk when this returns. Raises OSError when the disk refuses."""
        make_private_dir(self._paths.data_dir)
        write_atomically(self._file, json.dumps(_plain(draft), indent=1).encode())

    def finish(self) -> None:
        """The office stands with all that was entered: the draft goes, at once or at `complete`."""
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)

    def complete(self, workspace: Workspace) -> str:
        """Bring officers whom the office lacks into it; then the draft is done.

        The office is open already and stays so: what cannot be used is set aside, and the sentence
        that is returned tells of it, else it is "". May be repeated: an officer keeps the same id.
        """
        if not self._file.exists():
            return ""
        try:
            is_whole = _bring_in(self._read().officers, workspace)
        except (OSError, StorageError):
            return "Pejabat dari penyiapan belum masuk. Dicoba lagi saat kantor dibuka."
        except (NagariError, ValueError, KeyError, TypeError):
            is_whole = False
        if is_whole:
            self.finish()
            return ""
        with contextlib.suppress(OSError):
            self._file.replace(self._file.with_name(ASIDE))
        return "Ada isian pejabat yang tidak bisa dipakai. Lengkapi di Pengaturan, Pejabat."

    def _read(self) -> SetupDraft:
        return _draft(json.loads(self._file.read_bytes()))


def _bring_in(officers: tuple[Officer, ...], workspace: Workspace) -> bool:
    """Save those whom the office lacks; False when one of them was refused."""
    known = {officer.id for officer in workspace.office.officers()}
    is_whole = True
    for officer in officers:
        if officer.id not in known and officer.name.name:
            try:
                workspace.office.save_officer(officer)
            except InputError:
                is_whole = False
    return is_whole


def _plain(draft: SetupDraft) -> dict[str, object]:
    return {
        "step": draft.step,
        "profile": _plain_profile(draft.profile) if draft.profile else None,
        "officers": [_plain_officer(officer) for officer in draft.officers],
    }


def _plain_profile(profile: OfficeProfile) -> dict[str, object]:
    kop = profile.kop
    return {
        "code": profile.code,
        "name": profile.name,
        "kind": profile.kind,
        "kecamatan": profile.kecamatan,
        "kabupaten": profile.kabupaten,
        "unit": profile.unit,
        "paper": profile.paper.value,
        "area_word": profile.area_word,
        "postcode": profile.postcode,
        "kop": {
            "line1": kop.line1,
            "line2": kop.line2,
            "line3": kop.line3,
            "address_lines": list(kop.address_lines),
            "logo": base64.b64encode(kop.logo).decode() if kop.logo else None,
            "arrangement": kop.arrangement,
            "rule": kop.rule,
            "preprinted": kop.preprinted,
        },
    }


def _plain_officer(officer: Officer) -> dict[str, object]:
    name = officer.name
    return {
        "id": officer.id.hex,
        "name": [name.name, name.gelar_depan, name.gelar_belakang, name.gelar_adat],
        "position": officer.position,
        "standing": officer.standing.value,
        "is_head": officer.is_head,
        "on_behalf": officer.on_behalf,
        "nip": officer.nip,
    }


def _draft(read: dict[str, object]) -> SetupDraft:
    profile, officers = read["profile"], read["officers"]
    if not isinstance(officers, list):
        raise TypeError
    return SetupDraft(
        profile=_profile(profile) if isinstance(profile, dict) else None,
        officers=tuple(_officer(one) for one in officers),
        step=int(str(read["step"])),
    )


def _profile(read: dict[str, object]) -> OfficeProfile:
    kop = read["kop"]
    if not isinstance(kop, dict):
        raise TypeError
    logo = kop.pop("logo")
    lines = tuple(str(line) for line in kop.pop("address_lines"))
    plain = {key: value for key, value in read.items() if key not in {"kop", "paper"}}
    return OfficeProfile(
        kop=Kop(
            address_lines=lines,
            logo=base64.b64decode(logo) if logo else None,
            **kop,
        ),
        paper=PaperSize(str(read["paper"])),
        look=LetterLook(),
        **{key: str(value) for key, value in plain.items()},
    )


def _officer(read: dict[str, object]) -> Officer:
    name = read["name"]
    if not isinstance(name, list):
        raise TypeError
    return Officer(
        id=OfficerId(UUID(hex=str(read["id"]))),
        name=PersonName(*(str(part) for part in name)),
        position=str(read["position"]),
        standing=Standing(str(read["standing"])),
        is_head=bool(read["is_head"]),
        on_behalf=bool(read["on_behalf"]),
        nip=str(read["nip"]),
    )
