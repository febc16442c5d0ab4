"""The story of one office without a window: spreadsheet, register, letters, province, counts."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from nagari_kit.domain.event_reports import DeathReport
from nagari_kit.domain.letters import IssuedLetter, LetterFilter
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.files import make_private_dir, write_atomically
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration.hub_process import HubProcess
from nagari_kit.services.demonstration.office import (
    DEMONSTRATION_ACTOR,
    DEMONSTRATION_CODE,
    DEMONSTRATION_PASSPHRASE,
    demonstration_neighbours,
    demonstration_officers,
    demonstration_profile,
)
from nagari_kit.services.demonstration.preparation import (
    DEFAULT_RESIDENTS,
    MARK,
    SEED,
    SPREADSHEET,
    mark_demonstration,
    refuse_foreign_folder,
)
from nagari_kit.services.demonstration.sample_letters import (
    letter_wish,
    some_grown_people,
    subject_for,
)
from nagari_kit.services.demonstration.summary import (
    SUMMARY_JSON,
    HeadlessSummary,
    Side,
    earlier_files,
    write_summary,
)
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

__all__ = ["HeadlessRequest", "HeadlessSummary", "run_headless"]

Say = Callable[[str], None]
PEOPLE_WITH_LETTERS = 10
OLDEST_FROM = 60


@dataclass(frozen=True, slots=True)
class HeadlessRequest:
    """`out` gets the letters and the summary; `data_dir` the office, default inside `out`."""

    out: Path
    residents: int = DEFAULT_RESIDENTS
    data_dir: Path | None = None
    listen: str = "127.0.0.1:0"

    @property
    def office_dir(self) -> Path:
        """The office's data folder."""
        return self.data_dir or self.out / "kantor"

    @property
    def hub_dir(self) -> Path:
        """The hub's data folder."""
        return self.out / "hub"


@dataclass(slots=True)
class _Stopwatch:
    """Seconds of each step, in order."""

    seconds: dict[str, float] = field(default_factory=dict)
    _since: float = field(default_factory=time.perf_counter)

    def lap(self, step: str) -> None:
        now = time.perf_counter()
        self.seconds[step] = round(now - self._since, 2)
        self._since = now


def run_headless(request: HeadlessRequest, *, clock: Clock, say: Say) -> HeadlessSummary:
    """Run the whole story anew; leaves PDFs, spreadsheet, summary.json and ringkasan.txt.

    The hub that it starts is stopped whatever happens. Raises ConflictError when a folder holds
    other data, and what the services and the hub raise.
    """
    _clear(request)
    watch = _Stopwatch()
    say(f"Menyusun {request.residents} warga rekaan …")
    spreadsheet = request.out / SPREADSHEET
    people = generate_population(request.residents, seed=SEED, today=clock.today())
    write_opensid_xlsx(spreadsheet, people)
    watch.lap("spreadsheet")
    workspace = _new_office(request, clock)
    try:
        say("Memasukkan lembar kerja ke data nagari …")
        plan = workspace.imports.dry_run(spreadsheet)
        result = workspace.imports.apply(spreadsheet, plan)
        watch.lap("import")
        say("Menerbitkan surat …")
        letters, files = _issue(workspace, request.out)
        watch.lap("letters")
        say("Menjalankan hub provinsi di komputer ini …")
        with HubProcess(request.hub_dir, listen=request.listen) as hub:
            watch.lap("hub_start")
            say("Mendaftarkan kantor dan mengirim …")
            _enrol(workspace, hub)
            workspace.sync.sync_now()
            watch.lap("sync")
            office_side = _office_side(workspace)
            hub_side = _hub_side(hub.run("stats"))
            watch.lap("counts")
        watch.lap("hub_stop")
    finally:
        workspace.close()
    summary = HeadlessSummary(
        out=request.out,
        data_dir=request.office_dir,
        residents=request.residents,
        added=result.added,
        refused=result.refused,
        letters=tuple(letter.number for letter in letters),
        files=tuple(files),
        office=office_side,
        hub=hub_side,
        seconds=watch.seconds,
    )
    write_summary(summary)
    return summary


def _clear(request: HeadlessRequest) -> None:
    """Make room: an earlier demonstration goes, anything else stops the run."""
    own = OfficePaths(request.out)
    if own.database.exists() or own.key_slots.exists():
        # Somebody works in it: no invented letter may lie among real ones.
        refuse_foreign_folder(request.out)
    for folder in (request.office_dir, request.hub_dir):
        refuse_foreign_folder(folder)
    for name in earlier_files(request.out / SUMMARY_JSON):
        (request.out / name).unlink(missing_ok=True)
    for folder in (request.office_dir, request.hub_dir):
        if (folder / MARK).is_file():
            shutil.rmtree(folder)
        make_private_dir(folder)
        mark_demonstration(folder, request.residents)


def _new_office(request: HeadlessRequest, clock: Clock) -> Workspace:
    from nagari_kit.services.workspace import create_workspace

    workspace = create_workspace(
        OfficePaths(request.office_dir),
        DEMONSTRATION_PASSPHRASE,
        demonstration_profile(),
        clock=clock,
        actor=DEMONSTRATION_ACTOR,
    )
    for officer in demonstration_officers():
        workspace.office.save_officer(officer)
    workspace.office.save_neighbours(demonstration_neighbours())
    return workspace


def _issue(workspace: Workspace, out: Path) -> tuple[list[IssuedLetter], list[str]]:
    """One of every kind, for ten grown residents in turn; the filed bytes to `out`."""
    chance = Random(SEED)  # noqa: S311 - reproducible invention, no secret
    letters: list[IssuedLetter] = []
    files: list[str] = []
    _let_one_die(workspace)
    people = cycle(some_grown_people(workspace, PEOPLE_WITH_LETTERS, chance))
    for kind in (one for one in workspace.catalogue.types() if one.demonstrated):
        person = subject_for(workspace, kind, next(people))
        if person is None:
            continue
        letter = workspace.issuing.issue(letter_wish(workspace, kind, person, chance))
        number = letter.number.replace("/", "-") or "tanpa-nomor"
        name = f"{len(letters) + 1:02d}-{kind.id}-{number}.pdf"
        write_atomically(out / name, workspace.register.document(letter.id))
        letters.append(letter)
        files.append(name)
    return letters, files


def _let_one_die(workspace: Workspace) -> None:
    """Of this one the letter of death speaks."""
    oldest = ResidentFilter(age_from=OLDEST_FROM)
    rows = workspace.residents.page(oldest, 0, 1).rows
    today = workspace.clock.today()
    for row in rows:
        report = DeathReport(event_date=today, report_date=today, resident_id=row.id)
        workspace.population.record(report)


def _enrol(workspace: Workspace, hub: HubProcess) -> None:
    ticket = hub.run("tickets", "create", "--office", DEMONSTRATION_CODE)
    enrolment = workspace.sync.enrol(hub.url, hub.ca, str(ticket["ticket"]))
    if enrolment.state == "pending":
        hub.run("devices", "approve", enrolment.device)


def _office_side(workspace: Workspace) -> Side:
    status = workspace.sync.status()
    return Side(
        events=status.waiting + status.sent + status.stored + status.applied,
        applied=status.applied,
        letters=workspace.register.page(LetterFilter(), 0, 1).total,
        residents=workspace.residents.page(ResidentFilter(all_statuses=True), 0, 1).total,
    )


def _hub_side(stats: dict[str, Any]) -> Side:
    return Side(
        events=int(stats["events"]),
        applied=int(stats["events"]) - int(stats.get("quarantined", 0)),
        letters=int(stats["letters"]),
        residents=int(stats.get("residents", -1)),
    )
