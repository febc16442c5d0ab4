"""The power goes while letters are being issued: no number is lost, given twice or made up."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from uuid import UUID

import pytest

from nagari_kit.domain.identity import LetterId, OfficerId, ResidentId
from nagari_kit.domain.letters import LetterFilter, LetterRow, LetterStatus
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Kop, OfficeProfile, Officer
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import Workspace, create_workspace, open_workspace

DESK = Path(__file__).with_name("issuing_desk.py")
PASSPHRASE = "listrik sering padam"
KILLS = 300 if os.environ.get("NAGARI_SOAK") else 25
LONGEST_WORK = 0.5
LONGEST_OPENING = 20.0


def test_power_cuts_lose_no_number_and_give_none_twice(tmp_path):
    data_dir, out = tmp_path / "kantor", tmp_path / "kertas"
    out.mkdir()
    paths = OfficePaths(data_dir)
    make_office(paths)
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")  # noqa: T201 - to repeat a failure
    chance = random.Random(seed)
    papers_seen: set[str] = set()
    letters = 0
    with Desk(data_dir, out) as desk:
        for number in range(KILLS):
            desk.start(seed + number)
            if number % 5 == 4:
                time.sleep(chance.uniform(0, 0.3))
            else:
                wait_for(out / f"open-{seed + number}")
                time.sleep(chance.uniform(0, LONGEST_WORK))
            desk.cut_power()
            workspace = open_workspace(paths, PASSPHRASE, clock=SystemClock())
            try:
                letters = check_office(workspace, out, papers_seen)
            finally:
                workspace.close()
    assert letters > KILLS, "hardly any letter was issued: the test proves nothing"
    assert len(papers_seen) <= letters


class Desk:
    """Starts issuing processes and kills them, one at a time."""

    def __init__(self, data_dir: Path, out: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(DESK), str(data_dir), str(out)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._child = 0

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)

    def start(self, seed: int) -> None:
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()
        self._child = int(self._process.stdout.readline())

    def cut_power(self) -> None:
        os.kill(self._child, signal.SIGKILL)
        status = int(self._process.stdout.readline())
        assert status == -signal.SIGKILL, "the desk stopped by itself"


def wait_for(mark: Path) -> None:
    limit = time.monotonic() + LONGEST_OPENING
    while not mark.exists():
        assert time.monotonic() < limit, "the office did not open again"
        time.sleep(0.002)


def check_office(workspace: Workspace, out: Path, papers_seen: set[str]) -> int:
    rows = all_rows(workspace)
    assert_numbers_are_whole(rows)
    known = {str(row.id): row for row in rows}
    for paper in sorted(out.glob("*.pdf")):
        if paper.stem in papers_seen:
            continue
        assert paper.stem in known, "a paper came out whose letter is not in the register"
        filed = workspace.register.document(LetterId(UUID(paper.stem)))
        letter = workspace.register.get(LetterId(UUID(paper.stem)))
        assert hashlib.sha256(filed).hexdigest() == letter.sha256
        assert filed.startswith(paper.read_bytes()), "the paper differs from what was filed"
        papers_seen.add(paper.stem)
    drafts = {str(draft.id) for draft in workspace.drafts.all()}
    assert not drafts & set(known), "a draft is still there although its letter was issued"
    with workspace.context.store.read() as reader:
        reader.events.verify_chain()
        head = reader.events.head()
        logged = [reader.events.after(reader.events.incarnation().inc, 0, 10**6)]
    kinds = [event.type for event in logged[0]]
    assert len(kinds) == head[0], "the log has a hole"
    assert kinds.count("letter.issued") == len(rows)
    voided = sum(row.status is LetterStatus.VOIDED for row in rows)
    assert kinds.count("letter.voided") == voided
    return len(rows)


def assert_numbers_are_whole(rows: list[LetterRow]) -> None:
    assert len({row.number for row in rows}) == len(rows), "a number was given twice"
    series: dict[tuple[str, int], list[int]] = defaultdict(list)
    for row in rows:
        series[row.series, row.issue_date.year].append(row.sequence)
    for name, sequences in series.items():
        assert sorted(sequences) == list(range(1, len(sequences) + 1)), f"a hole in {name}"


def all_rows(workspace: Workspace) -> list[LetterRow]:
    rows: list[LetterRow] = []
    while True:
        page = workspace.register.page(LetterFilter(), len(rows), 1000)
        rows.extend(page.rows)
        if len(rows) >= page.total or not page.rows:
            return rows


def make_office(paths: OfficePaths) -> None:
    clock = SystemClock()
    kop = Kop("PEMERINTAH KABUPATEN CONTOH", "KECAMATAN BATANG CONTOH", "NAGARI KOTO CONTOH")
    profile = OfficeProfile(
        "13.06.99.2001", "Koto Contoh", "nagari", "Batang Contoh", "Kabupaten Contoh", "KN", kop
    )
    workspace = create_workspace(paths, PASSPHRASE, profile, clock=clock)
    try:
        head = Officer(
            OfficerId(new_uuid7(clock)), PersonName("Defrizal"), "Wali Nagari", is_head=True
        )
        workspace.office.save_officer(head)
        for number in range(1, 9):
            workspace.residents.register(person(ResidentId(new_uuid7(clock)), number))
    finally:
        workspace.close()


def person(resident_id: ResidentId, number: int) -> Resident:
    from datetime import date

    return Resident(
        resident_id,
        PersonName(f"Syafrial {'ABCDEFGHIJ'[number]}minuddin"),
        nik=f"130699170580{number:04d}",
        sex=Sex.MALE,
        birth_place="Koto Contoh",
        birth_date=date(1980, 5, 17),
        religion=1,
        occupation=3,
        marital_status=2,
        family_relation=1,
    )


if sys.platform == "win32":  # pragma: no cover
    pytest.skip("kill -9 is a POSIX test", allow_module_level=True)
