"""What officers write in their own words about people stays in the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nagari_kit.domain import events
from nagari_kit.domain.event_reports import (
    ArrivalReport,
    CorrectionReport,
    DeathReport,
    InvalidationReport,
    MissingReport,
)
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import Reporter
from nagari_kit.domain.residents import Resident, Sex
from tests.integration.services.test_population_ledger import LAST, Village, by_name, village

SECRET = "RAHASIA"


@pytest.fixture
def where(clock):
    with village(clock) as made:
        yield made


def travelling(where: Village) -> bytes:
    with where.store.read() as reader:
        inc = reader.events.incarnation().inc
        return b"\n".join(one.body for one in reader.events.after(inc, 0, 10_000))


def test_no_reason_and_no_remark_travels_to_the_province(where):
    on = {
        "event_date": date(2026, 10, 1),
        "report_date": LAST,
        "reporter": Reporter(f"{SECRET} pelapor", f"{SECRET} ipar"),
        "note": f"{SECRET} catatan peristiwa",
    }
    record = where.population.record
    newcomer = Resident(
        ResidentId(where.new_id()),
        PersonName("Pendatang"),
        sex=Sex.MALE,
        birth_date=date(1990, 1, 1),
        family_relation=9,
        note=f"{SECRET} catatan warga",
    )
    came = record(
        ArrivalReport(
            people=(newcomer,),
            household=where.homes[0],
            origin=f"{SECRET} asal",
            reason=f"{SECRET} alasan",
            **on,
        )
    )
    where.population.undo(came.event.id, f"{SECRET} sebab diurungkan")
    record(DeathReport(resident_id=by_name(where, "Rizki").id, place=f"{SECRET} tempat", **on))
    girl = by_name(where, "Nabila")
    record(MissingReport(resident_id=girl.id, last_seen=f"{SECRET} terakhir", **on))
    mother = by_name(where, "Yusmaniar", where.homes[1])
    record(
        CorrectionReport(
            people=(replace(mother, note=f"{SECRET} catatan", sex=None),),
            reason=f"{SECRET} sebab koreksi",
            **on,
        )
    )
    son = by_name(where, "Rizki", where.homes[1])
    record(InvalidationReport(resident_ids=(son.id,), reason=f"{SECRET} sebab tidak valid", **on))
    remarked = replace(by_name(where, "Nabila", where.homes[1]), note=f"{SECRET} catatan lain")
    with where.store.write("Penguji") as uow:
        uow.residents.save(remarked)
        uow.record(events.resident_changed(remarked, None))
        uow.commit()

    assert SECRET.encode() not in travelling(where)
    assert by_name(where, "Rizki", where.homes[1]).invalid_reason.startswith(SECRET)


def test_the_line_of_a_death_names_nobody_but_the_dead(where):
    mother = by_name(where, "Yusmaniar")
    where.population.record(
        DeathReport(resident_id=mother.id, event_date=date(2026, 10, 1), report_date=LAST)
    )
    with where.store.read() as reader:
        (line,) = reader.ledger.recent(1)
    # The widower is changed by it, too, and leads the KK.
    assert (line.people, line.count) == (("Yusmaniar",), 1)
