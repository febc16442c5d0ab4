"""The register: one number once, a void mark that stays, documents that never change."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import DatabaseError, IntegrityError

from nagari_kit.db.engine import open_engine
from nagari_kit.domain import events
from nagari_kit.domain.identity import DraftId, LetterId, OfficerId, ResidentId
from nagari_kit.domain.letters import IssuedLetter, LetterDraft, LetterFilter, LetterStatus
from nagari_kit.errors import ConflictError, NotFoundError
from nagari_kit.infra.identifiers import new_uuid7

DEFINITION = events.DefinitionReference("sku", 1, "ab" * 32)


@pytest.fixture
def resident(office):
    one = office.person("Yusmaniar", 1)
    office.register(one)
    return one


def letter(office, resident, sequence: int, **facts) -> IssuedLetter:
    one = IssuedLetter(
        id=LetterId(new_uuid7(office.clock)),
        number=f"500.3/{sequence:03d}/KN/2026",
        series="type:sku",
        year=2026,
        sequence=sequence,
        type_id="sku",
        title="Surat Keterangan Usaha",
        short_title="Usaha",
        issue_date=date(2026, 11, 24),
        status=LetterStatus.ISSUED,
        resident_id=resident.id,
        resident_name=resident.name.full(),
        resident_nik=resident.nik,
        signer_name="Armen",
        signer_position="Wali Nagari",
        purpose="kredit usaha",
        valid_until=date(2027, 2, 24),
        issued_by="Rina",
        issued_at=office.clock.now(),
        sha256=hashlib.sha256(b"%PDF").hexdigest(),
        pages=1,
    )
    return replace(one, **facts)


def file(office, *letters: IssuedLetter) -> None:
    for one in letters:
        with office.store.write("Rina") as uow:
            uow.file_letter(one, b"{}", b"%PDF", events.letter_issued(one, DEFINITION, "cd" * 32))
            uow.commit()


def test_a_filed_letter_comes_back_as_it_was_with_its_document(office, resident):
    one = letter(office, resident, 7)
    file(office, one)

    with office.store.read() as reader:
        assert reader.letters.get(one.id) == one
        assert reader.letters.document(one.id) == b"%PDF"
        assert reader.letters.snapshot(one.id) == b"{}"
        assert reader.letters.find_by_number(" 500.3 / 007 / kn/2026") == (one,)
        assert reader.letters.last_of("sku", resident.id) == one
        assert [row.id for row in reader.residents.record(resident.id).letters] == [one.id]


@pytest.mark.parametrize(
    "taken",
    [
        {"number": "lain/001/KN/2026"},
        {"series": "type:sktm"},
        {"series": "type:sktm", "number": "500.3 / 001 / kn / 2026"},
    ],
)
def test_no_two_letters_bear_one_number_or_one_place_in_a_series(office, resident, taken):
    file(office, letter(office, resident, 1))

    with pytest.raises(ConflictError) as refusal:
        file(office, letter(office, resident, 1, **taken))

    assert refusal.value.code == "SURAT-11"
    with office.store.read() as reader:
        assert reader.letters.page(LetterFilter(), 0, 9).total == 1
        assert reader.events.verify_chain() == 5


def test_a_voided_number_stays_taken_and_stays_void(office, resident):
    one = letter(office, resident, 12)
    file(office, one)
    with office.store.write("Rina") as uow:
        uow.letters.void(one.id, "Salah nama", "Rina", office.clock.now())
        uow.record(events.letter_voided(one.id, one.number, "Salah nama"))
        uow.commit()

    with office.store.read() as reader:
        assert reader.letters.get(one.id).status is LetterStatus.VOIDED
        assert reader.letters.get(one.id).void_reason == "Salah nama"
        assert reader.numbering.highest("type:sku", 2026) == 12
        assert reader.letters.counts_per_day(one.issue_date, one.issue_date) == {}
    with pytest.raises(ConflictError):
        file(office, letter(office, resident, 12))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE letter SET number = 'x'",
        "UPDATE letter SET sequence = 99",
        "UPDATE letter SET status = 'issued'",
        "DELETE FROM letter",
        "UPDATE letter_document SET pdf = x'00'",
        "DELETE FROM letter_document",
        "DELETE FROM letter_print",
        "REPLACE INTO letter SELECT * FROM letter",
        "INSERT OR REPLACE INTO letter_document SELECT * FROM letter_document",
        "REPLACE INTO letter_print SELECT * FROM letter_print",
    ],
)
def test_the_register_refuses_to_be_rewritten(office, resident, statement):
    one = letter(office, resident, 1)
    file(office, one)
    with office.store.write("Rina") as uow:
        uow.letters.log_print(one.id, "Epson L3110", 2, office.clock.now(), "Rina")
        uow.letters.void(one.id, "Salah", "Rina", office.clock.now())
        uow.record(events.letter_voided(one.id, one.number, "Salah"))
        uow.commit()
    engine = open_engine(office.path, office.key)
    with engine.connect() as forced, pytest.raises(DatabaseError, match="append-only"):
        forced.exec_driver_sql(statement)
    engine.dispose()

    with office.store.read() as reader:
        assert reader.letters.get(one.id).print_count == 2


def test_the_register_is_cut_and_counted_by_the_query(office, resident):
    other = office.person("Muhammad Fikri", 2)
    office.register(other)
    october = date(2026, 10, 30)
    file(office, *(letter(office, resident, number) for number in (1, 2, 3)))
    file(office, letter(office, other, 4, issue_date=october))
    office.clock.moment += timedelta(minutes=1)
    sktm = {"type_id": "sktm", "series": "type:sktm", "number": "401/001/KN/2026"}
    file(office, letter(office, other, 1, **sktm))

    def found(**wanted) -> list[str]:
        with office.store.read() as reader:
            page = reader.letters.page(LetterFilter(**wanted), 0, 50)
        assert page.total == len(page.rows)
        return [row.number.split("/KN")[0] for row in page.rows]

    assert found() == ["401/001", "500.3/003", "500.3/002", "500.3/001", "500.3/004"]
    assert found(year=2026, month=10) == ["500.3/004"]
    assert found(year=2025) == []
    assert found(type_id="sktm") == ["401/001"]
    assert found(text="mohd fik") == ["401/001", "500.3/004"]
    assert found(text="500.3/002") == ["500.3/002"]
    assert found(status=LetterStatus.VOIDED) == []
    with office.store.read() as reader:
        assert reader.letters.page(LetterFilter(), 1, 2).rows[0].sequence == 3
        days = reader.letters.counts_per_day(october, october + timedelta(days=40))
        assert days == {october: 1, date(2026, 11, 24): 4}
        assert reader.letters.top_types(date(2026, 11, 1), 3) == ("sku", "sktm")
        assert reader.letters.people_served(date(2026, 11, 24)) == 2


def test_a_letter_that_is_not_there_is_told_in_a_sentence(office):
    unknown = LetterId(new_uuid7(office.clock))
    with office.store.read() as reader:
        for ask in (reader.letters.get, reader.letters.document, reader.letters.snapshot):
            with pytest.raises(NotFoundError):
                ask(unknown)


def test_a_draft_is_kept_replaced_and_thrown_away_without_an_event(office, resident):
    draft = LetterDraft(
        DraftId(new_uuid7(office.clock)),
        "sku",
        "Surat Keterangan Usaha",
        resident.id,
        "Yusmaniar",
        {"nama_usaha": "Kadai “Uni”"},
        OfficerId(new_uuid7(office.clock)),
        office.clock.now(),
    )
    later = replace(draft, values={"nama_usaha": "Kadai Uni"}, signer_id=None)
    for one in (draft, later):
        with office.store.write("Rina") as uow:
            uow.drafts.save(one)
            uow.commit()
        with office.store.read() as reader:
            assert reader.drafts.all() == (one,)
            assert reader.drafts.get(one.id) == one
    with office.store.write("Rina") as uow:
        uow.drafts.delete(draft.id)
        uow.commit()
    with office.store.read() as reader:
        assert reader.drafts.all() == ()


def test_a_letter_of_nobody_is_not_told_as_a_taken_number(office, resident):
    stranger = ResidentId(new_uuid7(office.clock))
    with pytest.raises(IntegrityError):
        file(office, letter(office, resident, 1, resident_id=stranger))
