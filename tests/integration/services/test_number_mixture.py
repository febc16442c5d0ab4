"""Whatever offices do with numbers, none comes out twice and every missing one is told."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nagari_kit.domain.letters import LetterFilter, LetterInput, LetterStatus
from nagari_kit.domain.number_gaps import GapKind
from nagari_kit.domain.number_reservations import ReservationWish
from nagari_kit.domain.numbering import NumberChoice as Choice
from nagari_kit.domain.numbering import Series, comparable
from nagari_kit.domain.office import OFFICIAL, NumberingSettings, NumberRule
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import open_workspace
from tests.integration.services.sample_office import CHILD, FATHER, MORNING, PASSPHRASE, SKTM, SKU

SHARED = NumberRule("{urut:4}/{jenis}/G/{tahun}", scope="group", group_name="Umum")
RULES = (
    NumberingSettings(),
    NumberingSettings(NumberRule("{urut:3}/{jenis}/{wn}/{bulan_romawi}-{tahun}", scope="office")),
    NumberingSettings(NumberRule("{kode}/{urut}/{jenis}/{unit}/{tahun}", scope="type", start=40)),
    NumberingSettings(
        NumberRule("{urut}/{jenis}/{bulan}/{tahun}", scope="type", reset="month", start=7)
    ),
    NumberingSettings(NumberRule(), {"sku": SHARED, "sktm": SHARED, OFFICIAL: SHARED}),
    NumberingSettings(NumberRule("{urut}/{jenis}/{kode_desa}", scope="office", reset="never")),
    NumberingSettings(NumberRule("{kode}/{urut}/{unit}/{tahun}", unit="Kesra", mode="blank")),
)
ACTIONS = (
    "issue", "issue", "back_date", "void", "reserve", "release", "use", "manual_ahead",
    "manual_back", "manual_odd", "blank", "enter", "replace", "rule", "restart", "month", "year",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9)), min_size=4, max_size=22)


class Desk:
    """An office on disk that does what it is told; refusals are fine, doubles are not."""

    def __init__(self, paths: OfficePaths) -> None:
        self.paths, self.clock = paths, FixedClock(MORNING)
        self.office = open_workspace(paths, PASSPHRASE, clock=self.clock, actor="Rina")
        people = self.office.residents
        self.wanted = (
            LetterInput("sku", people.find_by_nik(FATHER).id, SKU),
            LetterInput("sktm", people.find_by_nik(CHILD).id, SKTM),
        )
        self.jumped: set[tuple[Series, int]] = set()
        """Places that a number of the hand left behind: nobody can know what is on them."""

    def do(self, action: str, size: int) -> None:
        with suppress(InputError, ConflictError):
            getattr(self, action)(size)

    def letters(self):
        return self.office.register.page(LetterFilter(), 0, 1000).rows

    def issue(self, size: int, **changed):
        return self.office.issuing.issue(replace(self.wanted[size % 2], **changed))

    def back_date(self, size: int) -> None:
        self.issue(size, issue_date=self.clock.today() - timedelta(days=5 * size))

    def void(self, size: int) -> None:
        rows = self.letters()
        if rows:
            self.office.register.void(rows[size % len(rows)].id, "salah tulis nama")

    def replace(self, size: int) -> None:
        rows = [one for one in self.letters() if one.status is LetterStatus.ISSUED]
        if rows:
            old = rows[size % len(rows)]
            place = int(old.type_id == "sktm")
            self.issue(place, replaces=old.id)

    def reserve(self, size: int) -> None:
        wish = ReservationWish(("sku", "sktm")[size % 2], size // 3 + 1, "undangan rapat")
        self.office.reservations.reserve(wish)

    def release(self, size: int) -> None:
        kept = self.office.reservations.open()
        if kept:
            self.office.reservations.release(kept[size % len(kept)].id, "acara batal")

    def use(self, size: int) -> None:
        kept = self.office.reservations.open()
        if kept:
            one = kept[size % len(kept)]
            choice = Choice("reserved", reservation_id=one.id)
            self.issue(int(one.type_id == "sktm"), number=choice)

    def manual(self, size: int, step: int) -> None:
        coming = self.office.numbering.examples(
            self.office.numbering.settings(), ("sku", "sktm")[size % 2], self.clock.today()
        )
        number = str(max(1, coming.sequence + step))
        self.issue(size, number=Choice("manual", number, "agenda kertas"))

    def manual_ahead(self, size: int) -> None:
        self.manual(size, size)

    def manual_back(self, size: int) -> None:
        self.manual(size, -1 - size)

    def manual_odd(self, size: int) -> None:
        self.issue(size, number=Choice("manual", f"{size}/LAMA/2026", "nomor dari camat"))

    def blank(self, size: int) -> None:
        self.issue(size, number=Choice("blank"))

    def enter(self, size: int) -> None:
        waiting = self.office.hand_numbers.waiting()
        if not waiting:
            return
        one = waiting[size % len(waiting)]
        before = self.office.number_gaps.report(one.issue_date.year)
        last = {each.series: each.last for each in before.series}
        coming = self.office.numbering.examples(
            self.office.numbering.settings(), one.type_id, one.issue_date
        )
        self.office.hand_numbers.enter(one.id, str(coming.sequence + size % 4))
        found = self.office.register.get(one.id)
        series = Series(found.series, found.year)
        self.jumped |= {(series, at) for at in range(last.get(series, 0) + 1, found.sequence)}

    def rule(self, size: int) -> None:
        self.office.numbering.save(RULES[size % len(RULES)])

    def restart(self, _size: int) -> None:
        self.office.close()
        self.office = open_workspace(self.paths, PASSPHRASE, clock=self.clock, actor="Dewi")

    def month(self, _size: int) -> None:
        self.clock.moment += timedelta(days=31)

    def year(self, _size: int) -> None:
        self.clock.moment = datetime(self.clock.today().year + 1, 1, 4, 2, 0, tzinfo=UTC)


def check(desk: Desk) -> None:
    letters = [desk.office.register.get(one.id) for one in desk.letters()]
    numbers = [comparable(one.number) for one in letters if one.number]
    kept = [comparable(one.number) for one in desk.office.reservations.open()]
    places = [(one.series, one.year, one.sequence) for one in letters if one.sequence]
    assert len({*numbers, *kept}) == len(numbers) + len(kept)
    assert len(set(places)) == len(places)
    for year in desk.office.number_gaps.report().years:
        for one in desk.office.number_gaps.report(year).series:
            check_series(desk, one, {at for name, when, at in places if (name, when) == (
                one.series.name, one.series.year)})  # fmt: skip


def check_series(desk: Desk, one, taken: set[int]) -> None:
    holes = [gap for gap in one.gaps if gap.kind is not GapKind.VOIDED]
    missing = [at for gap in holes for at in range(gap.first, gap.last + 1)]
    assert sorted([*taken, *missing]) == list(range(1, one.last + 1))
    for gap in holes:
        if gap.kind is GapKind.UNEXPLAINED:
            assert all((one.series, at) in desk.jumped for at in range(gap.first, gap.last + 1))


def settle(desk: Desk) -> None:
    """Every gap that is left can be explained, once."""
    for year in desk.office.number_gaps.report().years:
        for one in desk.office.number_gaps.report(year).series:
            for gap in one.gaps:
                if gap.kind is GapKind.UNEXPLAINED:
                    desk.office.number_gaps.explain(
                        one.series, gap.first, gap.last, "kertas rusak di printer"
                    )
        assert desk.office.number_gaps.report(year).unexplained() == 0


@given(steps=STEPS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_mixture_gives_a_number_twice_or_loses_one(template, tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("campur") / "kantor"
    shutil.copytree(template.data_dir, folder)
    desk = Desk(OfficePaths(folder))
    try:
        for action, size in steps:
            desk.do(action, size)
            check(desk)
        settle(desk)
        desk.office.verify_log()
        with desk.office.context.store.read() as reader:
            assert reader.letters.at_odds() == ()
    finally:
        desk.office.close()
        shutil.rmtree(folder.parent)
