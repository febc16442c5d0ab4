"""Keeps what was entered in the first set-up, so that a power cut in the middle loses nothing.

A JSON file in the data folder, until the office stands. It never holds the passphrase.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Kop, OfficeProfile, Officer, PaperSize, Standing
from nagari_kit.infra.files import make_private_dir, write_atomically
from nagari_kit.infra.paths import OfficePaths

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

FILE = "penyiapan.json"


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
            return _draft(json.loads(self._file.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return SetupDraft()

    def save(self, draft: SetupDraft) -> None:
        """Replace the draft; on disk when this returns. Raises OSError when the disk refuses."""
        make_private_dir(self._paths.data_dir)
        write_atomically(self._file, json.dumps(_plain(draft), indent=1).encode())

    def complete(self, workspace: Workspace) -> None:
        """Bring the officers into the office that was just made or opened; then the draft is done.

        May be repeated: an officer bears the same id each time. Nothing to do without a draft.
        """
        if not self._file.exists():
            return
        known = {officer.id for officer in workspace.office.officers()}
        for officer in self.load().officers:
            if officer.id not in known and officer.name.name:
                workspace.office.save_officer(officer)
        self._file.unlink(missing_ok=True)


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
