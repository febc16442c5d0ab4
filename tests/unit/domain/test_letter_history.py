"""What may become of a letter next, and in which words people sign."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from nagari_kit.domain.identity import OfficerId, ResidentId
from nagari_kit.domain.letter_history import LetterHistory
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letter_steps import LetterStep, StepKind
from nagari_kit.domain.letters import LetterPerson
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.signers import signing_words


def step(kind: StepKind) -> LetterStep:
    return LetterStep(kind, date(2026, 11, 24), datetime(2026, 11, 24, tzinfo=UTC), "Rina")


def test_a_letter_goes_forward_and_its_last_step_can_be_taken_back() -> None:
    fresh = LetterHistory()
    assert fresh.next_steps(voided=False)[0] is StepKind.SIGNED
    assert StepKind.TAKEN_BACK not in fresh.next_steps(voided=False)

    signed = LetterHistory(steps=(step(StepKind.SIGNED),))
    assert StepKind.SIGNED not in signed.next_steps(voided=False)
    assert {StepKind.HANDED_OVER, StepKind.TAKEN_BACK} <= set(signed.next_steps(voided=False))


def test_a_void_letter_is_only_archived() -> None:
    assert LetterHistory().next_steps(voided=True) == (StepKind.ARCHIVED,)


def test_who_signs_for_the_head_is_told_with_everybody_between() -> None:
    kasi = Officer(
        OfficerId(UUID(int=1)),
        PersonName("Yuliarni"),
        "Kepala Seksi Pelayanan",
        on_behalf=True,
        via="Sekretaris Nagari",
    )
    assert signing_words(kasi) == (
        "a.n. Wali Nagari, Sekretaris Nagari, u.b. Kepala Seksi Pelayanan"
    )
    secretary = Officer(
        OfficerId(UUID(int=2)), PersonName("Meilinda"), "Sekretaris Nagari", on_behalf=True
    )
    assert signing_words(secretary) == "a.n. Wali Nagari, Sekretaris Nagari"
    acting = Officer(
        OfficerId(UUID(int=3)), PersonName("Defrizal"), "Wali Nagari", standing=Standing.PJ
    )
    assert signing_words(acting) == "Pj. Wali Nagari"


def test_a_resident_and_an_outsider_of_one_name_are_two_people() -> None:
    resident = PersonHit(LetterPerson(ResidentId(UUID(int=7))), "Hendri")
    same = PersonHit(LetterPerson(ResidentId(UUID(int=7)), columns={"hubungan": "Anak"}), "Hendri")
    outsider = PersonHit(LetterPerson(outsider=Outsider(PersonName("Hendri"))), "Hendri")
    again = PersonHit(LetterPerson(outsider=Outsider(PersonName("Hendri"))), "Hendri")

    assert resident.is_same(same)
    assert not resident.is_same(outsider)
    assert outsider.is_same(again)
    assert outsider.is_outsider
    assert not resident.is_outsider
