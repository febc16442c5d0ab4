"""Who is proposed to sign on a day, and how the paper says in which capacity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.neighbours import AdatCouncil, Camat, Neighbours
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.domain.signers import mandating_head, rank_signers, signing_words
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7
from tests.integration.services.test_letter_issue import text_of

TODAY = date(2026, 11, 24)


@pytest.fixture
def another(workspace):
    def made(name: str, **facts) -> Officer:
        identity = OfficerId(new_uuid7(workspace.clock))
        one = Officer(identity, PersonName(name), "Wali Nagari", is_head=True)
        return replace(one, **facts)

    return made


def lines_of(workspace, wanted) -> str:
    letter = workspace.issuing.issue(wanted)
    return " ".join(text_of(workspace.register.document(letter.id)).split())


def test_a_plh_is_proposed_within_the_days_of_absence_and_never_after(workspace, another):
    plh = another(
        "Mardalena",
        standing=Standing.PLH,
        active_from=TODAY,
        active_to=TODAY + timedelta(days=3),
        sk_number="800/12/2026",
        sk_date=date(2026, 11, 20),
    )
    workspace.office.save_officer(plh)

    assert workspace.office.proposed_signer(TODAY) == plh
    assert workspace.office.proposed_signer(TODAY + timedelta(days=3)) == plh
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=4)):
        assert workspace.office.proposed_signer(day).name.name == "Defrizal"


def test_of_who_acts_the_plh_goes_first_and_one_without_a_first_day_last(another):
    head = another("Kepala", active_from=date(2024, 1, 2))
    plt = another("Pelaksana tugas", standing=Standing.PLT, active_from=date(2026, 11, 1))
    plh = another("Pelaksana harian", standing=Standing.PLH, active_from=date(2026, 10, 1))
    loose = another("Tanpa tanggal", standing=Standing.PLH)
    gone = another("Lama", active_from=date(2010, 1, 1), active_to=date(2023, 12, 31))

    ranked = rank_signers((loose, gone, head, plt, plh), TODAY)

    assert ranked == (plh, plt, head, loose)
    assert mandating_head(ranked) == plt
    assert mandating_head((plh,)) == plh
    assert mandating_head(()) is None


def test_a_retired_officer_is_neither_proposed_nor_taken(workspace, sku):
    retired = next(one for one in workspace.office.officers() if one.name.name == "Nasrul")
    assert retired not in workspace.office.signers(TODAY)

    with pytest.raises(InputError) as refusal:
        workspace.issuing.issue(replace(sku, signer_id=retired.id))
    assert set(refusal.value.fields) == {"signer"}


def test_a_letter_of_an_earlier_day_is_signed_by_who_led_then(workspace, another, sku):
    workspace.office.save_officer(another("Yusrizal", active_from=TODAY))

    assert workspace.issuing.issue(sku).signer_name == "Yusrizal"
    earlier = workspace.issuing.issue(replace(sku, issue_date=date(2026, 11, 20)))
    assert earlier.signer_name.startswith("Defrizal")


@pytest.mark.parametrize(
    ("standing", "capital", "opening"),
    [
        (Standing.DEFINITIF, "WALI NAGARI KOTO CONTOH,", "Wali Nagari Koto Contoh"),
        (Standing.PJ, "Pj. WALI NAGARI KOTO CONTOH,", "Penjabat Wali Nagari Koto Contoh"),
        (Standing.PLT, "Plt. WALI NAGARI KOTO CONTOH,", "Pelaksana Tugas Wali Nagari Koto"),
        (Standing.PLH, "Plh. WALI NAGARI KOTO CONTOH,", "Pelaksana Harian Wali Nagari Koto"),
    ],
)
def test_the_signature_and_the_opening_follow_how_the_head_holds_office(
    workspace, another, sku, standing, capital, opening
):
    one = another("Yusrizal", standing=standing, active_from=TODAY)
    workspace.office.save_officer(one)

    text = lines_of(workspace, sku)

    assert capital in text
    assert f"di bawah ini {opening}" in text
    assert "YUSRIZAL" in text
    assert "NIP" not in text


def test_the_nip_stands_only_where_there_is_one(workspace, sku):
    assert "NIP. 19750817 200501 1 004" in lines_of(workspace, sku)
    deputy = next(one for one in workspace.office.officers() if one.on_behalf)
    assert "NIP" not in lines_of(workspace, replace(sku, signer_id=deputy.id))


def test_who_signs_on_behalf_names_the_head_and_the_chain(workspace, another, sku):
    clerk = another(
        "Gusnadi",
        position="Kepala Seksi Pelayanan",
        is_head=False,
        on_behalf=True,
        via="Sekretaris Nagari",
        active_from=TODAY,
    )
    workspace.office.save_officer(clerk)

    text = lines_of(workspace, replace(sku, signer_id=clerk.id))

    assert "a.n. Pj. WALI NAGARI KOTO CONTOH" in text
    assert text.index("SEKRETARIS NAGARI") < text.index("u.b.") < text.index("GUSNADI")
    assert "atas nama Penjabat Wali Nagari Koto Contoh" in text
    assert signing_words(clerk) == (
        "a.n. Wali Nagari, Sekretaris Nagari, u.b. Kepala Seksi Pelayanan"
    )


def test_nobody_signs_in_the_name_of_who_stands_in_for_some_days(workspace, another, sku):
    workspace.office.save_officer(
        another("Yusrizal", standing=Standing.PLH, active_from=TODAY, active_to=TODAY)
    )
    deputy = next(one for one in workspace.office.officers() if one.on_behalf)

    assert "a.n. Pj. WALI NAGARI" in lines_of(workspace, replace(sku, signer_id=deputy.id))


def test_a_letter_keeps_its_signer_when_the_officer_changes(workspace, sku):
    letter = workspace.issuing.issue(sku)
    before = workspace.register.document(letter.id)
    head = workspace.office.proposed_signer(TODAY)

    workspace.office.save_officer(replace(head, name=PersonName("Nama Baru"), nip=""))

    assert workspace.register.document(letter.id) == before
    assert workspace.register.get(letter.id).signer_name == letter.signer_name


def test_the_decree_of_an_officer_is_kept_and_a_chain_without_a_mandate_is_refused(
    workspace, another
):
    one = another(
        "Gusnadi",
        position="Kasi Pelayanan",
        is_head=False,
        sk_number=" 141/7/ WN-2026 ",
        sk_date=date(2026, 1, 5),
    )
    workspace.office.save_officer(one)
    kept = next(who for who in workspace.office.officers() if who.id == one.id)
    assert (kept.sk_number, kept.sk_date) == ("141/7/ WN-2026", date(2026, 1, 5))

    with pytest.raises(InputError) as refusal:
        workspace.office.save_officer(replace(one, via="Sekretaris Nagari"))
    assert set(refusal.value.fields) == {"via"}


def test_the_camat_and_the_kan_are_kept_beside_the_profile(workspace):
    assert workspace.office.neighbours() == Neighbours()
    wanted = Neighbours(
        Camat("Drs. Hendri Yanto", nip="19700101 199503 1 001"),
        AdatCouncil("KAN Koto Contoh", "H. Syafrizal Dt. Rajo Basa"),
    )

    workspace.office.save_neighbours(wanted)
    workspace.office.save_profile(workspace.office.profile())

    kept = workspace.office.neighbours()
    assert kept.camat == Camat("Drs. Hendri Yanto", "Camat", "197001011995031001")
    assert kept.kan == wanted.kan
    with pytest.raises(InputError) as refusal:
        workspace.office.save_neighbours(Neighbours(Camat("Hendri", nip="123")))
    assert set(refusal.value.fields) == {"camat_nip"}
