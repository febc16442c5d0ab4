"""The quality desk in a real office: found, decided, mended, joined, taken back."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from nagari_kit.domain import events
from nagari_kit.domain.doubts import Doubt, DoubtItem, DoubtRule
from nagari_kit.domain.doubts.merge import MERGE_FIELDS, Side
from nagari_kit.domain.event_reports import CorrectionReport, InvalidationReport
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.resident_documents import DocumentKind
from nagari_kit.domain.residents import LifeStatus, Papers, Parents, Resident, ResidentFilter, Sex
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.workspace import Workspace
from tests.integration.importing.sheets import person as sheet_row
from tests.integration.importing.sheets import write_sheet
from tests.integration.services.sample_office import CHILD, FATHER, MOTHER

TWIN_NIK = "1306991705800099"


def add(workspace: Workspace, name: str, **facts: object) -> Resident:
    usual: dict[str, object] = {"sex": Sex.MALE, "birth_date": date(1991, 2, 3)}
    one = Resident(new_uuid7(workspace.clock), PersonName(name), **(usual | facts))  # type: ignore[arg-type]
    return workspace.residents.register(one)


def stored(workspace: Workspace, one: Resident) -> Resident:
    return workspace.residents.record(one.id).resident


def people(workspace: Workspace) -> int:
    return workspace.residents.page(ResidentFilter(), 0, 1).total


def open_doubts(workspace: Workspace) -> dict[DoubtRule, int]:
    return {one.rule: one.open for one in workspace.quality.overview().counts if one.open}


def the_doubt(workspace: Workspace, rule: DoubtRule) -> DoubtItem:
    (item,) = workspace.quality.items(rule, 0, 10).items
    return item


@pytest.fixture
def twin(workspace) -> Resident:
    """The father once more: another spelling, another NIK, a telephone, in no KK."""
    return add(
        workspace,
        "Syafrial Alamsjah",
        nik=TWIN_NIK,
        birth_date=date(1980, 5, 17),
        phone="0812-0000-0045",
        occupation=88,
    )


def test_an_office_in_order_has_no_doubts(workspace) -> None:
    overview = workspace.quality.overview()
    assert (overview.open, overview.decided, overview.done) == (0, 0, 0)


def test_a_page_holds_the_doubts_of_its_place_and_counts_them_all(workspace) -> None:
    for name in ("Cici", "Ani", "Budi"):
        add(workspace, name, sex=None)
    page = workspace.quality.items(DoubtRule.MISSING_SEX, 1, 1)
    assert ([one.doubt.title for one in page.items], page.total) == (["Budi"], 3)
    assert workspace.quality.items(DoubtRule.MISSING_SEX, 3, 5).items == ()


def test_what_is_right_as_it_stands_is_not_asked_again_until_its_facts_change(workspace) -> None:
    one = add(workspace, "Marlina", sex=Sex.MALE, nik="1306994302910001")
    item = the_doubt(workspace, DoubtRule.NIK_SEX)
    with pytest.raises(InputError) as refused:
        workspace.quality.decide(item.doubt, "  ya ")
    assert "reason" in refused.value.fields
    workspace.quality.decide(item.doubt, "NIK  dari Dukcapil memang begitu")
    assert DoubtRule.NIK_SEX not in open_doubts(workspace)
    (decided,) = workspace.quality.decided(0, 10).items
    assert decided.decision is not None
    assert decided.decision.reason == "NIK dari Dukcapil memang begitu"
    assert decided.decision.decided_by == "Rina Marlina"
    overview = workspace.quality.overview()
    assert (overview.decided, overview.done) == (1, 1)

    correct(workspace, replace(stored(workspace, one), phone="0812-0000-0001"))
    assert DoubtRule.NIK_SEX not in open_doubts(workspace)
    correct(workspace, replace(stored(workspace, one), nik="1306994302910002"))
    assert open_doubts(workspace)[DoubtRule.NIK_SEX] == 1
    assert workspace.quality.decided(0, 10).total == 0


def correct(workspace: Workspace, one: Resident) -> None:
    today = workspace.clock.today()
    workspace.population.record(
        CorrectionReport(event_date=today, report_date=today, people=(one,))
    )


def test_a_decision_that_is_withdrawn_asks_again(workspace) -> None:
    add(workspace, "Marlina", sex=None)
    item = the_doubt(workspace, DoubtRule.MISSING_SEX)
    workspace.quality.decide(item.doubt, "tidak ada yang tahu")
    workspace.quality.withdraw(item.doubt)
    assert the_doubt(workspace, DoubtRule.MISSING_SEX).doubt == item.doubt


def test_only_this_week_counts_as_done_this_week(workspace, clock) -> None:
    add(workspace, "Marlina", sex=None)
    workspace.quality.decide(the_doubt(workspace, DoubtRule.MISSING_SEX).doubt, "tidak diketahui")
    assert workspace.quality.overview().done == 1
    clock.moment += timedelta(days=7)
    assert workspace.quality.overview().done == 0


def test_a_mended_fact_ends_the_doubt_and_undoing_it_asks_again(workspace) -> None:
    one = add(workspace, "Marlina", sex=Sex.MALE, nik="1306994302910001")
    item = the_doubt(workspace, DoubtRule.NIK_SEX)
    case = workspace.quality.case(item)
    mended = workspace.mends.facts(item.doubt, case.people, {one.id: {"sex": Sex.FEMALE}})
    assert stored(workspace, one).sex is Sex.FEMALE
    assert DoubtRule.NIK_SEX not in open_doubts(workspace)
    assert workspace.quality.overview().done == 1
    newest = workspace.population.timeline(one.id)[0]
    assert newest.kind is EventKind.CORRECTION
    assert newest.facts["reason"] == "Periksa data: NIK tidak cocok jenis kelamin"

    workspace.mends.undo(mended)
    assert stored(workspace, one).sex is Sex.MALE
    assert open_doubts(workspace)[DoubtRule.NIK_SEX] == 1
    assert workspace.quality.overview().done == 0


def test_a_mending_that_is_wrong_itself_is_refused_field_by_field(workspace) -> None:
    one = add(workspace, "Marlina", sex=Sex.MALE, nik="1306994302910001")
    item = the_doubt(workspace, DoubtRule.NIK_SEX)
    known = workspace.quality.case(item).people
    with pytest.raises(InputError) as refused:
        workspace.mends.facts(item.doubt, known, {one.id: {"nik": "12"}})
    assert refused.value.fields == {"0.nik": "NIK harus 16 angka."}
    with pytest.raises(InputError):
        workspace.mends.facts(item.doubt, known, {one.id: {"sex": Sex.MALE}})
    with pytest.raises(ConflictError):
        workspace.mends.facts(item.doubt, known, {one.id: {"nik": FATHER}})
    correct(workspace, replace(known[0], phone="0812-0000-0001"))
    with pytest.raises(ConflictError) as stale:
        workspace.mends.facts(item.doubt, known, {one.id: {"sex": Sex.FEMALE}})
    assert stale.value.code == "PERIKSA-01"
    assert stored(workspace, one).nik == "1306994302910001"


def test_somebody_without_kk_finds_a_home_but_no_second_head(workspace, father) -> None:
    one = add(workspace, "Zulfikar")
    home = workspace.residents.record(father).household
    assert home is not None
    item = the_doubt(workspace, DoubtRule.WITHOUT_HOUSEHOLD)
    with pytest.raises(InputError) as refused:
        workspace.mends.household(item.doubt, one, home.id, 1)
    assert "Syafrial Alamsyah" in refused.value.fields["family_relation"]
    workspace.mends.household(item.doubt, one, home.id, 9)
    after = stored(workspace, one)
    assert (after.household_id, after.family_relation) == (home.id, 9)
    assert open_doubts(workspace) == {}


def test_a_kk_gets_its_one_head(workspace, father) -> None:
    mother = workspace.residents.find_by_nik(MOTHER)
    head_of_two = replace(mother, family_relation=1)
    with workspace.context.store.write("Rina") as uow:
        uow.residents.save(head_of_two)
        uow.record(events.resident_changed(head_of_two, None))
        uow.commit()
    item = the_doubt(workspace, DoubtRule.TWO_HEADS)
    members = workspace.quality.case(item).members
    assert len(members) == 3
    mended = workspace.mends.head(item.doubt, members, father, {mother.id: 3})
    assert stored(workspace, mother).family_relation == 3
    assert open_doubts(workspace) == {}
    workspace.mends.undo(mended)
    assert open_doubts(workspace) == {DoubtRule.TWO_HEADS: 1}


class TestMerge:
    """Two records of one person become one."""

    def test_the_record_in_a_kk_is_kept_and_values_are_chosen_line_by_line(
        self, workspace, father, twin
    ) -> None:
        item = the_doubt(workspace, DoubtRule.SAME_PERSON)
        case = workspace.quality.case(item)
        assert [one.id for one in case.people] == [father, twin.id]
        lines = {line.field.id: line for line in case.lines}
        assert lines["birth_date"].is_same
        assert lines["name"].proposed is Side.A
        assert lines["phone"].proposed is Side.B
        assert "email" not in lines
        before = people(workspace)

        workspace.merges.merge(
            item.doubt, *case.people, {"phone": Side.B, "occupation": Side.B, "name": Side.A}
        )
        kept, given_up = stored(workspace, case.people[0]), stored(workspace, twin)
        assert (kept.phone, kept.occupation) == ("0812-0000-0045", 88)
        assert (kept.nik, kept.name.name) == (FATHER, "Syafrial Alamsyah")
        assert given_up.life_status is LifeStatus.INVALID
        assert given_up.merged_into == father
        assert given_up.invalid_reason == "Digabung ke catatan Syafrial Alamsyah"
        assert people(workspace) == before - 1
        assert open_doubts(workspace) == {}

    def test_the_books_balance_before_and_after_and_undo_gives_everything_back(
        self, workspace, father, twin, sku, tmp_path
    ) -> None:
        mine = workspace.issuing.issue(sku)
        theirs = workspace.issuing.issue(replace(sku, resident_id=twin.id))
        workspace.drafts.save(replace(sku, resident_id=twin.id))
        scan = tmp_path / "ktp.pdf"
        scan.write_bytes(workspace.register.document(theirs.id))
        workspace.scans.add(twin.id, DocumentKind.OTHER, scan, title="KTP lama")
        a, b = before = (stored_by_id(workspace, father), stored(workspace, twin))
        item = the_doubt(workspace, DoubtRule.SAME_PERSON)
        today = workspace.clock.today()

        merged = workspace.merges.merge(item.doubt, a, b, {"nik": Side.B, "phone": Side.B})

        page = workspace.pages.read(father)
        assert {row.id for row in page.record.letters} == {mine.id, theirs.id}
        assert [one.title for one in page.documents] == ["KTP lama"]
        assert page.events[0].kind is EventKind.RECORD_MERGE
        assert page.events[0].can_be_undone
        assert {one.resident_id for one in workspace.drafts.all()} == {father}
        assert stored_by_id(workspace, father).nik == TWIN_NIK
        child = workspace.residents.find_by_nik(CHILD)
        assert child.parents.father_nik == TWIN_NIK
        (balance,) = [one for one in workspace.population.balance(today, today) if one.jorong]
        assert balance.end.total == 3

        workspace.mends.undo(merged)
        assert (stored_by_id(workspace, father), stored(workspace, twin)) == before
        assert {row.id for row in workspace.pages.read(father).record.letters} == {mine.id}
        assert {row.id for row in workspace.pages.read(twin.id).record.letters} == {theirs.id}
        assert {one.resident_id for one in workspace.drafts.all()} == {twin.id}
        assert open_doubts(workspace)[DoubtRule.SAME_PERSON] == 1

    def test_children_follow_when_the_nik_of_their_parent_is_given_up(
        self, workspace, father, twin
    ) -> None:
        grown = add(workspace, "Rizki", parents=Parents(father_nik=TWIN_NIK))
        item = the_doubt(workspace, DoubtRule.SAME_PERSON)
        a, b = workspace.quality.case(item).people
        merged = workspace.merges.merge(item.doubt, a, b, {})
        assert stored(workspace, grown).parents.father_nik == FATHER
        workspace.mends.undo(merged)
        assert stored(workspace, grown).parents.father_nik == TWIN_NIK

    def test_letters_of_a_record_that_was_marked_invalid_come_back_by_its_nik(
        self, workspace, twin, sku
    ) -> None:
        letter = workspace.issuing.issue(replace(sku, resident_id=twin.id))
        today = workspace.clock.today()
        workspace.population.record(
            InvalidationReport(
                event_date=today, report_date=today, resident_ids=(twin.id,), reason="salah ketik"
            )
        )
        again = add(workspace, "Syafrial", nik=TWIN_NIK, birth_date=date(1980, 5, 18))
        before = people(workspace)
        item = the_doubt(workspace, DoubtRule.SAME_NIK)
        a, b = workspace.quality.case(item).people
        assert (a.id, b.id) == (again.id, twin.id)
        merged = workspace.merges.merge(item.doubt, a, b, {})
        assert people(workspace) == before
        assert [row.id for row in workspace.pages.read(again.id).record.letters] == [letter.id]
        workspace.mends.undo(merged)
        assert stored(workspace, twin).invalid_reason == "salah ketik"
        assert open_doubts(workspace)[DoubtRule.SAME_NIK] == 1

    @pytest.mark.parametrize(("side", "given_up"), [(Side.A, TWIN_NIK), (Side.B, FATHER)])
    def test_an_import_of_the_given_up_nik_makes_no_second_record_again(
        self, workspace, twin, tmp_path, side, given_up
    ) -> None:
        item = the_doubt(workspace, DoubtRule.SAME_PERSON)
        a, b = workspace.quality.case(item).people
        sheet = write_sheet(
            tmp_path / "warga.xlsx",
            sheet_row(nama="SYAFRIAL", nik=given_up, sex=1, tanggallahir="17-05-1980"),
        )
        merged = workspace.merges.merge(item.doubt, a, b, {"nik": side})
        plan = workspace.imports.dry_run(sheet)
        assert (plan.count("added"), plan.count("changed")) == (0, 0)
        assert [one.reason for one in plan.refused] == [
            "Catatan ber-NIK ini sudah digabung ke Syafrial Alamsyah"
        ]
        workspace.mends.undo(merged)
        assert workspace.imports.dry_run(sheet).count("refused") == 0

    def test_a_chain_of_merges_is_read_whole(self, workspace, father, twin, sku) -> None:
        letter = workspace.issuing.issue(replace(sku, resident_id=twin.id))
        item = the_doubt(workspace, DoubtRule.SAME_PERSON)
        third = add(workspace, "Syafrial", birth_date=date(1980, 5, 17))
        workspace.merges.merge(item.doubt, third, stored(workspace, twin), {})
        workspace.merges.merge(
            item.doubt, stored_by_id(workspace, father), stored(workspace, third), {}
        )
        assert [row.id for row in workspace.pages.read(father).record.letters] == [letter.id]
        assert workspace.pages.read(twin.id).lives_on_as == "Syafrial"

    def test_a_kk_never_gets_two_heads_nor_loses_its_one(self, workspace, father, twin) -> None:
        item = the_doubt(workspace, DoubtRule.SAME_PERSON)
        mother = workspace.residents.find_by_nik(MOTHER)
        head = stored_by_id(workspace, father)
        other = replace(stored(workspace, twin), household_id=head.household_id, family_relation=9)
        correct(workspace, other)
        workspace.merges.merge(item.doubt, stored(workspace, twin), head, {})
        assert stored(workspace, mother).family_relation == 1
        assert stored(workspace, twin).household_id == head.household_id

    @pytest.mark.parametrize("seed", range(6))
    def test_any_merges_keep_one_head_and_the_count_and_undo_in_turn_gives_all_back(
        self, workspace, father, seed
    ) -> None:
        chance = random.Random(seed)
        home = stored_by_id(workspace, father).household_id
        for number in range(5):
            one = add(
                workspace,
                f"Warga {'ABCDE'[number]}",
                nik=f"130699030291001{number}" if chance.random() < 0.7 else None,
            )
            if chance.random() < 0.6:
                correct(workspace, replace(one, household_id=home, family_relation=9))
        item = DoubtItem(Doubt(DoubtRule.SAME_PERSON, (), "", "", ()))
        states = [everybody(workspace)]
        merges = []
        for _ in range(4):
            living = [one for one in states[-1].values() if one.life_status is LifeStatus.ALIVE]
            a, b = chance.sample(living, 2)
            choices = {field.id: chance.choice(list(Side)) for field in MERGE_FIELDS}
            before = people(workspace)
            merges.append(workspace.merges.merge(item.doubt, a, b, choices))
            assert people(workspace) == before - 1
            states.append(everybody(workspace))
            members = [one for one in states[-1].values() if one.household_id == home]
            alive = [one for one in members if one.life_status is LifeStatus.ALIVE]
            assert not alive or sum(one.family_relation == 1 for one in alive) == 1
        today = workspace.clock.today()
        counted = sum(one.end.total for one in workspace.population.balance(today, today))
        assert counted == sum(one.is_counted for one in states[-1].values())
        for merged in reversed(merges):
            assert everybody(workspace) == states.pop()
            workspace.mends.undo(merged)
        assert everybody(workspace) == states.pop()

    def test_nothing_is_joined_twice_nor_on_old_knowledge(self, workspace, father, twin) -> None:
        item = the_doubt(workspace, DoubtRule.SAME_PERSON)
        a, b = workspace.quality.case(item).people
        correct(workspace, replace(b, phone="0812-0000-0099"))
        with pytest.raises(ConflictError):
            workspace.merges.merge(item.doubt, a, b, {})
        b = stored(workspace, b)
        workspace.merges.merge(item.doubt, a, b, {})
        with pytest.raises(InputError):
            workspace.merges.merge(item.doubt, stored(workspace, a), stored(workspace, b), {})

    def test_every_fact_of_a_record_belongs_to_one_line(self) -> None:
        paths = [path for field in MERGE_FIELDS for path in field.paths]
        assert len(paths) == len(set(paths))
        own = {"id", "life_status", "invalid_reason", "merged_into"}
        named = {path.split(".")[0] for path in paths}
        assert named == {name for name in Resident.__slots__ if name not in own}
        for part, kind in (("papers", Papers), ("parents", Parents)):
            of_part = {path.split(".")[1] for path in paths if path.startswith(f"{part}.")}
            assert of_part == set(kind.__slots__)


def everybody(workspace: Workspace) -> dict[int, Resident]:
    with workspace.context.store.read() as reader:
        return reader.residents.by_keys(range(1, 60))


def stored_by_id(workspace: Workspace, resident_id) -> Resident:
    return workspace.residents.record(resident_id).resident


def test_a_letter_makes_nobody_read_the_books_again_and_a_person_does(workspace, sku) -> None:
    checked = workspace.quality.overview().checked_at
    workspace.clock.moment += timedelta(minutes=5)
    workspace.issuing.issue(sku)
    assert workspace.quality.overview().checked_at == checked
    add(workspace, "Budi", sex=None)
    assert workspace.quality.overview().checked_at == workspace.clock.now()
    assert workspace.quality.pressing() == 2
