"""Issuing: one number, one document, one event, or nothing at all."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pypdfium2
import pytest

from nagari_kit.documents.letter import LetterSnapshot, render
from nagari_kit.domain.events import numbering_saved
from nagari_kit.domain.identity import OfficerId, ResidentId
from nagari_kit.domain.letters import LetterFilter, LetterInput, LetterStatus
from nagari_kit.domain.office import NumberingSettings, NumberRule
from nagari_kit.errors import ConflictError, InputError, LetterError, NotFoundError, RuleError
from tests.integration.services.sample_office import CHILD, DEAD, FATHER, MOVED, SKTM, SKU


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_letter_is_in_the_register_with_its_document_before_anybody_prints(workspace, sku):
    letter = workspace.issuing.issue(sku)

    assert letter.status is LetterStatus.ISSUED
    assert letter.sequence == 1
    assert letter.issue_date == date(2026, 11, 24)
    assert letter.issued_by == "Rina Marlina"
    assert letter.signer_name.startswith("Defrizal")
    assert letter.purpose == SKU["keperluan"]
    pdf = workspace.register.document(letter.id)
    assert hashlib.sha256(pdf).hexdigest() == letter.sha256
    text = text_of(pdf)
    assert letter.number in text
    assert FATHER in text
    assert "Syafrial Alamsyah" in text
    assert workspace.register.find(letter.number) == letter


def test_the_stored_snapshot_gives_the_stored_bytes_again(workspace, child):
    letter = workspace.issuing.issue(LetterInput("sktm", child, SKTM))

    with workspace.context.store.write("uji") as uow:
        snapshot = LetterSnapshot.from_json(uow.letters.snapshot(letter.id))
    logo = workspace.office.profile().kop.logo
    assert render(snapshot, logo=logo).pdf == workspace.register.document(letter.id)


def test_the_parents_of_a_child_are_found_in_the_household(workspace, child):
    text = text_of(
        workspace.register.document(workspace.issuing.issue(LetterInput("sktm", child, SKTM)).id)
    )

    assert CHILD in text
    assert FATHER in text
    assert "Yusmaniar Sari" in text


def test_numbers_count_up_within_their_series_alone(workspace, sku, child):
    first, second = workspace.issuing.issue(sku), workspace.issuing.issue(sku)
    other = workspace.issuing.issue(LetterInput("sktm", child, SKTM))

    assert (first.sequence, second.sequence, other.sequence) == (1, 2, 1)
    assert len({first.number, second.number, other.number}) == 3


def test_a_new_year_begins_at_one_and_the_old_number_stays(workspace, clock, sku):
    old = workspace.issuing.issue(sku)
    clock.moment = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)

    new = workspace.issuing.issue(sku)

    assert (new.year, new.sequence) == (2027, 1)
    assert new.number.endswith("/2027")
    assert workspace.register.get(old.id).number == old.number


def test_a_letter_of_last_year_gets_a_number_of_last_year(workspace, clock, sku):
    workspace.issuing.issue(sku)
    clock.moment = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    workspace.issuing.issue(sku)

    late = workspace.issuing.issue(replace(sku, issue_date=date(2026, 12, 30)))

    assert (late.year, late.sequence, late.issue_date) == (2026, 2, date(2026, 12, 30))
    assert late.number.endswith("/2026")


def test_a_counter_for_the_whole_office_begins_after_the_letters_of_all_kinds(
    workspace, sku, child
):
    workspace.issuing.issue(sku)
    workspace.issuing.issue(LetterInput("sktm", child, SKTM))
    workspace.issuing.issue(LetterInput("sktm", child, SKTM))
    workspace.numbering.save(NumberingSettings(NumberRule(scope="office")))

    assert workspace.issuing.issue(sku).sequence == 3


def test_an_office_in_midyear_goes_on_from_its_own_last_number(workspace, sku):
    workspace.numbering.save(NumberingSettings(NumberRule(start=146)))

    assert workspace.numbering.next_number("sku", date(2026, 11, 24)).split("/")[1] == "146"
    assert [workspace.issuing.issue(sku).sequence for _ in range(2)] == [146, 147]


def test_two_types_with_one_pattern_never_bear_one_number(workspace, sku, child):
    rule = NumberRule(pattern="{urut:3}/{unit}/{tahun}", scope="office")
    workspace.numbering.save(NumberingSettings(rule))

    first = workspace.issuing.issue(sku)
    second = workspace.issuing.issue(LetterInput("sktm", child, SKTM))

    assert (first.number, second.number) == ("001/KN/2026", "002/KN/2026")


def test_a_draft_issued_twice_is_one_letter_and_one_number(workspace, sku):
    draft = workspace.drafts.save(sku)
    wanted = replace(sku, draft_id=draft.id)

    with ThreadPoolExecutor(4) as pool:
        letters = list(pool.map(workspace.issuing.issue, [wanted] * 4))

    assert len({letter.number for letter in letters}) == 1
    assert workspace.register.page(LetterFilter(), 0, 10).total == 1
    assert workspace.drafts.all() == ()


def test_desks_that_issue_at_once_get_numbers_without_hole_or_double(workspace, sku):
    with ThreadPoolExecutor(8) as pool:
        letters = list(pool.map(workspace.issuing.issue, [sku] * 24))

    assert sorted(letter.sequence for letter in letters) == list(range(1, 25))


def test_a_refused_letter_takes_no_number_and_keeps_its_draft(workspace, sku):
    broken = replace(sku, values={**SKU, "berdiri_sejak": "dulu", "keperluan": ""})
    draft = workspace.drafts.save(broken)

    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(broken, draft_id=draft.id))

    assert {"berdiri_sejak", "keperluan"} <= set(refusal.value.fields)
    assert workspace.drafts.get(draft.id) == draft
    assert workspace.issuing.issue(sku).sequence == 1


@pytest.mark.parametrize("nik", [DEAD, MOVED])
def test_the_dead_and_those_who_moved_away_get_no_letter(workspace, nik):
    gone = workspace.residents.find_by_nik(nik)

    with pytest.raises(RuleError) as refusal:
        workspace.issuing.issue(LetterInput("sku", gone.id, SKU))

    assert gone.name.name in refusal.value.user_message
    assert workspace.register.page(LetterFilter(), 0, 1).total == 0


def test_a_signer_out_of_office_is_refused_beside_the_field(workspace, sku):
    former = next(one for one in workspace.office.officers() if one.name.name == "Nasrul")

    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, signer_id=former.id))

    assert "signer" in refusal.value.fields


def test_an_unknown_signer_resident_or_type_takes_no_number(workspace, sku):
    stranger = UUID(int=7)
    with pytest.raises(InputError):
        workspace.issuing.issue(replace(sku, signer_id=OfficerId(stranger)))
    with pytest.raises(NotFoundError):
        workspace.issuing.issue(replace(sku, resident_id=ResidentId(stranger)))
    with pytest.raises(NotFoundError):
        workspace.issuing.issue(replace(sku, type_id="surat-sakti"))
    assert workspace.issuing.issue(sku).sequence == 1


def test_a_letter_of_tomorrow_is_refused(workspace, sku):
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, issue_date=date(2026, 11, 25)))

    assert "issue_date" in refusal.value.fields


def test_a_damaged_logo_takes_no_number(workspace, sku):
    profile = workspace.office.profile()
    with workspace.context.store.write("uji") as uow:
        from nagari_kit.domain import events

        broken = replace(profile, kop=replace(profile.kop, logo=b"bukan gambar"))
        uow.office.save_profile(broken)
        uow.record(events.office_configured(broken))
        uow.commit()
    with pytest.raises(LetterError):
        workspace.issuing.issue(sku)

    workspace.office.save_profile(profile)
    assert workspace.issuing.issue(sku).sequence == 1


def test_the_event_tells_the_province_what_was_issued(workspace, sku):
    letter = workspace.issuing.issue(sku)

    with workspace.context.store.read() as reader:
        reader.events.verify_chain()
        inc = reader.events.incarnation().inc
        last = reader.events.after(inc, 0, 1000)[-1]
    assert last.type == "letter.issued"
    body = last.body
    assert letter.number.encode() in body
    assert letter.sha256.encode() in body


def test_a_business_of_the_future_takes_no_number(workspace, sku):
    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, values={**SKU, "berdiri_sejak": "2099"}))

    assert set(refusal.value.fields) == {"berdiri_sejak"}
    assert workspace.issuing.issue(sku).sequence == 1


def test_nobody_lives_anywhere_before_birth_or_after_today(workspace, father):
    values = {"jorong": "Koto Tangah", "alamat": "Jalan Surau 4", "keperluan": "melamar kerja"}
    for day in ("2099-01-01", "1900-01-01"):
        wanted = LetterInput("domisili", father, {**values, "sejak": day})
        assert set(workspace.previews.preview(wanted).problems) == {"sejak"}
        with pytest.raises(InputError):
            workspace.issuing.issue(wanted)


@pytest.mark.parametrize("scope", ["office", "code"])
def test_another_counter_in_midyear_goes_on_above_what_was_given(workspace, sku, child, scope):
    sktm = LetterInput("sktm", child, SKTM)
    before = [workspace.issuing.issue(one).number for one in (sktm, sktm, sktm, sku)]

    workspace.numbering.save(NumberingSettings(NumberRule(scope=scope)))
    told = workspace.numbering.next_number("sktm", date(2026, 11, 24))
    after = [workspace.issuing.issue(one) for one in (sktm, sku, sktm)]

    assert after[0].number == told == "400.10.2.2/004/KN/2026"
    assert len({*before, *(one.number for one in after)}) == 7
    # Types that share a code count apart only where the number names the type.
    by_type = NumberRule(pattern="{kode}/{urut:3}/{jenis}/{unit}/{tahun}", scope="type")
    workspace.numbering.save(NumberingSettings(by_type))
    last = max(one.sequence for one in after if one.type_id == "sktm")
    assert workspace.issuing.issue(sktm).sequence == last + 1


def test_a_new_year_begins_at_one_after_the_counter_was_changed(workspace, clock, sku):
    for _ in range(3):
        workspace.issuing.issue(sku)
    workspace.numbering.save(NumberingSettings(NumberRule(scope="office")))
    clock.moment = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)

    assert workspace.issuing.issue(sku).sequence == 1


def test_counters_that_share_a_pattern_never_stop_the_desk(workspace, sku, child):
    rules = NumberingSettings(NumberRule(pattern="{urut:3}/{unit}/{tahun}", scope="type"))
    with pytest.raises(InputError) as refusal:
        workspace.numbering.save(rules)
    assert set(refusal.value.fields) == {"pattern"}
    # A letter type that comes later may still share the pattern of another.
    with workspace.context.store.write(workspace.actor) as uow:
        uow.numbering.save_settings(rules)
        uow.record(numbering_saved(rules))
        uow.commit()
    wanted = (sku, LetterInput("sktm", child, SKTM), sku)

    numbers = [workspace.issuing.issue(one).number for one in wanted]

    assert numbers == ["001/KN/2026", "002/KN/2026", "003/KN/2026"]


def test_a_draft_that_became_a_letter_does_not_answer_for_another(workspace, sku, child):
    draft = workspace.drafts.save(sku)
    first = workspace.issuing.issue(replace(sku, draft_id=draft.id))

    deputy = workspace.office.signers(first.issue_date)[1]
    for other in (
        replace(sku, resident_id=child),
        replace(sku, type_id="sktm", values=SKTM),
        replace(sku, values={**SKU, "keperluan": "keperluan yang lain"}),
        replace(sku, signer_id=deputy.id),
        replace(sku, issue_date=date(2026, 11, 23)),
    ):
        with pytest.raises(ConflictError) as refusal:
            workspace.issuing.issue(replace(other, draft_id=draft.id))
        assert first.number in refusal.value.user_message
    same = replace(sku, draft_id=draft.id, values={**SKU, "nama_usaha": "  Warung   Sari "})
    assert workspace.issuing.issue(same) == first
    assert workspace.register.page(LetterFilter(), 0, 10).total == 1
