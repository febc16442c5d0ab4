"""What an office changes of its letters' look is kept, told, and seen on the next letter."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from nagari_kit.documents.archival.preflight import preflight
from nagari_kit.documents.letter import LetterSnapshot
from nagari_kit.domain.letter_look import RANGES, LetterLook, third_lines
from nagari_kit.domain.letters import LetterInput
from nagari_kit.domain.printing import Measured
from nagari_kit.errors import InputError
from tests.integration.services.test_letter_issue import SKTM
from tests.unit.documents.reading import running_text

LOOK = LetterLook(
    margin_left=30, base_size=125, kop_size=90, copies=("Camat Batang Contoh", "Arsip")
)


def logo() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (120, 160), "navy").save(buffer, "PNG")
    return buffer.getvalue()


def snapshot_of(workspace, letter) -> LetterSnapshot:
    with workspace.context.store.write("uji") as uow:
        return LetterSnapshot.from_json(uow.letters.snapshot(letter.id))


def test_the_look_is_kept_and_the_profile_does_not_lose_it(workspace) -> None:
    look = replace(LOOK, second_logo=logo())
    workspace.look.save(look)
    workspace.office.save_profile(replace(workspace.office.profile(), postcode="26499"))

    assert workspace.look.look() == look
    assert workspace.office.profile().look == look


def test_the_next_letter_has_the_new_look_and_the_old_one_keeps_its_own(workspace, child) -> None:
    before = workspace.issuing.issue(LetterInput("sktm", child, SKTM))
    kept = workspace.register.document(before.id)

    workspace.look.save(LOOK)
    after = workspace.issuing.issue(LetterInput("sktm", child, SKTM))

    snapshot = snapshot_of(workspace, after)
    assert (snapshot.look.margin_left, snapshot.look.base_size) == (30, 125)
    assert workspace.register.document(before.id) == kept
    pdf = workspace.register.document(after.id)
    assert preflight(pdf) == ()
    assert "Tembusan: 1. Camat Batang Contoh; 2. Arsip." in running_text(pdf)
    assert "Tembusan" not in running_text(kept)


def test_a_second_logo_that_is_no_picture_is_refused(workspace) -> None:
    with pytest.raises(InputError) as refused:
        workspace.look.save(LetterLook(second_logo=b"bukan gambar"))
    assert list(refused.value.fields) == ["second_logo"]
    assert workspace.look.look() == LetterLook()


@pytest.mark.parametrize("field", RANGES)
def test_what_would_spoil_a_page_is_refused_at_its_field(workspace, field) -> None:
    for value in (RANGES[field][0] - 1, RANGES[field][1] + 1):
        with pytest.raises(InputError) as refused:
            workspace.look.save(replace(LetterLook(), **{field: value}))
        assert list(refused.value.fields) == [field]


def test_the_largest_line_may_read_in_four_ways() -> None:
    assert third_lines("nagari", "Koto Contoh") == (
        "NAGARI KOTO CONTOH",
        "WALI NAGARI KOTO CONTOH",
        "PEMERINTAH NAGARI KOTO CONTOH",
        "KANTOR WALI NAGARI KOTO CONTOH",
    )


def test_a_measured_printer_is_remembered_by_its_name(workspace) -> None:
    workspace.printers.calibrate("Epson L3210", Measured(1010, 75, 90))

    setting = workspace.printers.setting("Epson L3210")
    assert setting.scale == 9901
    assert setting.paper == workspace.office.profile().paper.value
    assert workspace.printers.setting("Lainnya").is_true
    assert workspace.printers.settings() == (setting,)

    workspace.printers.forget("Epson L3210")
    assert workspace.printers.settings() == ()
