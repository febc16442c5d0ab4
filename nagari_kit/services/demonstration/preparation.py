"""Makes the demonstration office in a folder, once: people, letters of the last days, a draft."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from nagari_kit.domain.letter_steps import StepKind, StepWish
from nagari_kit.domain.letters import IssuedLetter, LetterFilter, LetterInput
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.errors import ConflictError
from nagari_kit.infra.clock import WIB, Clock, FixedClock
from nagari_kit.infra.files import make_private_dir
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration.office import (
    DEMONSTRATION_ACTOR,
    DEMONSTRATION_PASSPHRASE,
    demonstration_neighbours,
    demonstration_officers,
    demonstration_profile,
)
from nagari_kit.services.demonstration.sample_events import record_a_year
from nagari_kit.services.demonstration.sample_letters import (
    letter_wish,
    often_asked,
    some_grown_people,
)
from nagari_kit.services.demonstration.sample_lineage import write_a_ranji
from nagari_kit.services.progress import Progress
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

DEFAULT_RESIDENTS = 5000
MARK = "contoh.json"
"""Says that a folder holds a demonstration: invented people, may be thrown away."""

SPREADSHEET = "penduduk-contoh.xlsx"
LETTERS_PER_DAY = (4, 7, 3, 8, 5)
"""On the last five working days, today last."""
WAITING_FOR_SIGNATURE = 3
"""Of today's letters, the newest; the others were signed and handed over."""

SEED = 1306


def prepare_demonstration(
    data_dir: Path,
    *,
    clock: Clock,
    residents: int = DEFAULT_RESIDENTS,
    progress: Progress | None = None,
) -> OfficePaths:
    """Make the demonstration office in the folder, or leave the one that is there as it is.

    Reproducible: the same number of residents and the same clock give the same people and letters.
    The passphrase is `DEMONSTRATION_PASSPHRASE`. Raises ConflictError when the folder holds
    anything else.
    """
    paths = OfficePaths(data_dir)
    if is_demonstration(data_dir):
        return paths
    refuse_foreign_folder(data_dir)
    unfinished = data_dir.with_name(f".{data_dir.name}.sedang-dibuat")
    shutil.rmtree(unfinished, ignore_errors=True)
    make_private_dir(unfinished)
    _build(unfinished, clock, residents, progress or _silent)
    if data_dir.is_dir():
        data_dir.rmdir()
    unfinished.rename(data_dir)
    return paths


def is_demonstration(data_dir: Path) -> bool:
    """Whether a finished demonstration lies there."""
    return (data_dir / MARK).is_file()


def refuse_foreign_folder(data_dir: Path) -> None:
    """Raise ConflictError when the folder holds something that is no demonstration."""
    if data_dir.is_dir() and not is_demonstration(data_dir) and any(data_dir.iterdir()):
        raise ConflictError(
            f"Folder {data_dir} sudah berisi data lain. Data itu tidak disentuh.",
            hint="Pilih folder lain yang kosong untuk contoh.",
            code="CONTOH-01",
        )


def mark_demonstration(data_dir: Path, residents: int) -> None:
    """Leave the mark by which a folder may be used again or thrown away."""
    content = {"contoh": True, "warga": residents}
    (data_dir / MARK).write_text(json.dumps(content), encoding="utf-8")


def _silent(done: int, total: int, words: str) -> None:
    """Nobody watches."""


def _build(folder: Path, clock: Clock, residents: int, progress: Progress) -> None:
    from nagari_kit.services.workspace import create_workspace

    days = _working_days(clock.today(), len(LETTERS_PER_DAY))
    hands = FixedClock(_moment(days[0] - timedelta(days=3), 8 * 60))
    workspace = create_workspace(
        OfficePaths(folder),
        DEMONSTRATION_PASSPHRASE,
        demonstration_profile(),
        clock=hands,
        actor=DEMONSTRATION_ACTOR,
    )
    try:
        for officer in demonstration_officers():
            workspace.office.save_officer(officer)
        workspace.office.save_neighbours(demonstration_neighbours())
        _import_people(workspace, folder / SPREADSHEET, hands.today(), residents, progress)
        progress(0, 1, "Mencatat peristiwa setahun")
        record_a_year(workspace, Random(SEED))  # noqa: S311 - reproducible invention, no secret
        write_a_ranji(workspace)
        progress(0, 1, "Menerbitkan surat contoh")
        _issue_letters(workspace, hands, days, clock.now())
    finally:
        workspace.close()
    mark_demonstration(folder, residents)


def _import_people(
    workspace: Workspace, spreadsheet: Path, today: date, residents: int, progress: Progress
) -> None:
    progress(0, residents, "Menyusun warga rekaan")
    write_opensid_xlsx(spreadsheet, generate_population(residents, seed=SEED, today=today))
    plan = workspace.imports.dry_run(spreadsheet, progress=progress)
    workspace.imports.apply(spreadsheet, plan, progress=progress)


def _working_days(today: date, wanted: int) -> list[date]:
    days: list[date] = []
    day = today
    while len(days) < wanted:
        if day.weekday() < 5 or day == today:
            days.insert(0, day)
        day -= timedelta(days=1)
    return days


def _moment(day: date, minutes: int) -> datetime:
    """A time of the office's day, as UTC."""
    return (datetime.combine(day, time(0, 0), WIB) + timedelta(minutes=minutes)).astimezone(UTC)


def _issue_letters(
    workspace: Workspace, hands: FixedClock, days: list[date], now: datetime
) -> None:
    chance = Random(SEED)  # noqa: S311 - reproducible invention, no secret
    people = some_grown_people(workspace, sum(LETTERS_PER_DAY) + 1, chance)
    if not people:
        return
    queue = iter(people)
    for day, wanted in zip(days, LETTERS_PER_DAY, strict=True):
        for position in range(wanted):
            # From a quarter past eight on, never later than the moment that is now.
            hands.moment = min(_moment(day, 8 * 60 + 15 + 23 * position), now)
            person = next(queue, None)
            if person is not None:
                letter = _issue_one(workspace, person, chance)
                if day < days[-1] or position < wanted - WAITING_FOR_SIGNATURE:
                    _hand_over(workspace, letter)
    hands.moment = now
    _void_one(workspace)
    _leave_draft(workspace, next(queue, people[0]), chance)


def _letter_for(workspace: Workspace, person: ResidentRow, chance: Random) -> LetterInput:
    return letter_wish(workspace, chance.choice(often_asked(workspace)), person, chance)


def _issue_one(workspace: Workspace, person: ResidentRow, chance: Random) -> IssuedLetter:
    letter = workspace.issuing.issue(_letter_for(workspace, person, chance))
    return workspace.register.record_print(letter.id, "Printer kantor", 1)


def _hand_over(workspace: Workspace, letter: IssuedLetter) -> None:
    """The wali nagari signed, and the person of the letter took it."""
    workspace.steps.record(letter.id, StepWish(StepKind.SIGNED))
    workspace.steps.record(letter.id, StepWish(StepKind.HANDED_OVER, person=letter.resident_name))


def _void_one(workspace: Workspace) -> None:
    rows = workspace.register.page(LetterFilter(), 0, 10).rows
    if len(rows) > 6:
        workspace.register.void(rows[6].id, "Salah menulis keperluan; warga meminta surat baru")


def _leave_draft(workspace: Workspace, person: ResidentRow, chance: Random) -> None:
    wanted = _letter_for(workspace, person, chance)
    begun = dict(list(wanted.values.items())[:2])
    workspace.drafts.save(LetterInput(wanted.type_id, person.id, begun))
