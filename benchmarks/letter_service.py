"""Issuing a letter through the service (values to stored PDF) against the page drawn by hand.

The peer is the tuned canvas of `benchmarks.letter`: it draws the same page from known strings and
keeps the bytes in memory. Ours reads the facts, gives the number, resolves, renders, and commits
letter, document and event to the encrypted database with one disk sync.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, interleaved, median_ms
from benchmarks.letter import GIVEN, HandDrawn, forget_lines, register_peer_fonts, snapshot
from nagari_kit.domain.identity import OfficerId, ResidentId
from nagari_kit.domain.letters import IssuedLetter, LetterInput
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Kop, OfficeProfile, Officer
from nagari_kit.domain.residents import Parents, Resident, Sex
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import Workspace, create_workspace

PASSPHRASE = "ukuran kecepatan"
LETTERS = 125
WARM_UP = 5
LIMIT = 1.5


@contextlib.contextmanager
def office_with_families(families: int) -> Iterator[tuple[Workspace, list[ResidentId]]]:
    """A new office on a real file, and the eldest child of every family."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = make_office(Path(folder) / "kantor")
        try:
            yield workspace, [add_family(workspace, index) for index in range(families)]
        finally:
            workspace.close()


def make_office(data_dir: Path) -> Workspace:
    kop = Kop(
        "PEMERINTAH KABUPATEN CONTOH",
        "KECAMATAN BATANG CONTOH",
        "NAGARI KOTO CONTOH",
        ("Jalan Balai Adat Nomor 12, Jorong Koto Tangah, Nagari Koto Contoh 26499",),
    )
    office = OfficeProfile(
        "13.06.99.2001", "Koto Contoh", "nagari", "Batang Contoh", "Kabupaten Contoh", "KN", kop
    )
    clock = SystemClock()
    workspace = create_workspace(OfficePaths(data_dir), PASSPHRASE, office, clock=clock)
    head = Officer(OfficerId(new_uuid7(clock)), PersonName("Armen"), "Wali Nagari", is_head=True)
    workspace.office.save_officer(head)
    return workspace


def add_family(workspace: Workspace, index: int) -> ResidentId:
    """The family of the same index in `benchmarks.letter`: parents and two children."""
    names = [("Syafrial", 1), ("Yusmaniar", 3), ("Nabila Putri Ramadhani", 4), ("Fikri", 4)]
    clock = workspace.clock
    people = [
        Resident(
            ResidentId(new_uuid7(clock)),
            PersonName(f"{name} {GIVEN[index % len(GIVEN)]}"),
            nik=f"130699{10 + number:02d}0580{index + 1:04d}",
            sex=Sex.MALE if number in (0, 3) else Sex.FEMALE,
            birth_place="Koto Contoh",
            birth_date=date(1980 + 8 * number, 5, 17),
            religion=1,
            occupation=3,
            family_relation=relation,
            parents=Parents(father_name="Syafrial", mother_name="Yusmaniar"),
        )
        for number, (name, relation) in enumerate(names)
    ]
    for person in people:
        workspace.residents.register(person)
    return people[2].id


def issue(workspace: Workspace, resident_id: ResidentId, index: int) -> IssuedLetter:
    values = {
        "keperluan": f"pengajuan keringanan biaya pendidikan di SMP Negeri {index + 1} Contoh",
        "penghasilan_ayah": str(900_000 + index * 1000),
    }
    return workspace.issuing.issue(LetterInput("sktm", resident_id, values))


def measure() -> list[Figure]:
    """Ratio of medians of single letters, no two alike, in turn with the peer."""
    register_peer_fonts()
    peers = iter([HandDrawn(snapshot(index)) for index in range(LETTERS)])
    with office_with_families(LETTERS) as (workspace, children):
        waiting = iter(enumerate(children))
        forget_lines()

        def ours() -> None:
            index, child = next(waiting)
            issue(workspace, child, index)

        mine, theirs = interleaved(
            ours, lambda: next(peers).draw(), rounds=LETTERS - WARM_UP, warm_up=WARM_UP
        )
    own, other = median_ms(mine), median_ms(theirs)
    return [Figure("letter issued", own / other, LIMIT, f"{own:.2f} ms against {other:.2f} ms")]
