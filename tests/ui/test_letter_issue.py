"""Writing a letter: nothing typed is lost, one number is given, what is wrong is said once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from nagari_kit.domain.letters import LetterFilter, LetterInput
from nagari_kit.domain.residents import LifeStatus, Sex
from nagari_kit.errors import DiskFullError
from nagari_kit.ui.screens import letter_issue
from nagari_kit.ui.screens.letter_issue.cautions import cautions
from nagari_kit.ui.screens.letter_issue.form_body import signer_words, summary_line
from nagari_kit.ui.screens.letter_issue.marriage_entry import with_marriage_set
from nagari_kit.ui.widgets import Banner
from tests.ui.letter_desk import SKU, file_letter, fill, press, serve, show, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell):
    made = letter_issue.build(shell)
    show(qtbot, made)
    yield made
    # As the window does before a page goes: what still waits to be saved is saved now.
    made.leave()


@pytest.fixture
def form(qtbot, shell, screen):
    """The form of an SKU for a new resident, with the caret in it."""
    screen.enter(resident_id=serve(shell).id, type_id="sku")
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    return screen.widget.form


def banner_words(form) -> list[str]:
    return [banner.text() for banner in form.banners.findChildren(Banner)]


def issued(shell) -> int:
    return shell.workspace.register.page(LetterFilter(), 0, 1).total


def test_digits_choose_the_type_and_the_caret_waits_in_the_first_empty_field(
    qtbot, shell, screen
) -> None:
    screen.enter(resident_id=serve(shell).id)
    choice = with_marriage_set(shell.workspace.catalogue.choice())
    qtbot.waitUntil(lambda: len(screen.widget.types.cards()) == len(choice.types))

    place = [one.id for one in choice.used].index("sku")
    press(Qt.Key(Qt.Key.Key_1 + place))

    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    assert screen.presenter.form.sitting.letter_type.id == "sku"
    type_text("Dapur")
    assert screen.presenter.form.sitting.values["nama_usaha"] == "Dapur"


def test_who_is_not_found_is_written_down_and_comes_back_to_the_same_letter(
    qtbot, shell, screen
) -> None:
    show(qtbot, screen)
    screen.enter(type_id="sku")
    step = screen.widget.residents
    step.search.setText("1306 9945 0982 0017")
    qtbot.waitUntil(step.new_resident.isVisible)
    step.new_resident.click()
    way = {"then": "letter_issue", "type_id": "sku", "nik": "1306994509820017"}
    assert shell.visits[-1] == ("resident_form", way)


def test_every_change_is_on_disk_within_a_second(qtbot, shell, screen, form) -> None:
    fill(form.fields, {"nama_usaha": "Dapur Randang"})

    qtbot.waitUntil(lambda: bool(shell.workspace.drafts.all()), timeout=3_000)

    (draft,) = shell.workspace.drafts.all()
    assert draft.values["nama_usaha"] == "Dapur Randang"


def test_leaving_in_the_middle_of_a_word_loses_no_letter(qtbot, shell, screen, form) -> None:
    fill(form.fields, {"nama_usaha": "Dapur R"})

    screen.leave()

    qtbot.waitUntil(
        lambda: (
            [draft.values["nama_usaha"] for draft in shell.workspace.drafts.all()] == ["Dapur R"]
        )
    )


def test_typing_on_after_the_first_save_keeps_one_draft(qtbot, shell, screen, form) -> None:
    for text in ("Satu", "Dua", "Tiga"):
        fill(form.fields, {"nama_usaha": text})
        screen.presenter.form.save_now()

    qtbot.waitUntil(
        lambda: [draft.values["nama_usaha"] for draft in shell.workspace.drafts.all()] == ["Tiga"]
    )


def test_a_draft_of_yesterday_comes_back_with_its_words(qtbot, shell, screen) -> None:
    resident = serve(shell)
    shell.workspace.drafts.save(LetterInput("sku", resident.id, {"nama_usaha": "Kedai Mak Uwo"}))

    screen.enter(resident_id=resident.id, type_id="sku")
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)

    assert screen.widget.form.fields.values()["nama_usaha"] == "Kedai Mak Uwo"
    assert screen.presenter.form.sitting.restored_at is not None


def test_a_resumed_draft_shows_who_was_chosen_to_sign(qtbot, shell, screen) -> None:
    resident = serve(shell)
    *_, chosen = shell.workspace.office.signers(shell.workspace.clock.today())
    shell.workspace.drafts.save(LetterInput("sku", resident.id, SKU, signer_id=chosen.id))

    screen.enter(resident_id=resident.id, type_id="sku")
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)

    assert screen.widget.form.signer.currentText() == signer_words(chosen)


def test_fields_are_filled_from_the_last_letter_of_the_same_kind(qtbot, shell, screen) -> None:
    resident = serve(shell)
    file_letter(shell, resident, nama_usaha="Kedai Kopi Pagi")

    screen.enter(resident_id=resident.id, type_id="sku")
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)

    assert screen.widget.form.fields.values()["nama_usaha"] == "Kedai Kopi Pagi"


def test_nothing_is_called_wrong_until_f9_and_then_the_caret_is_where_it_is_wrong(
    qtbot, shell, screen, form
) -> None:
    fill(form.fields, {**SKU, "berdiri_sejak": "19"})
    assert not form.summary.isVisible()

    press(Qt.Key.Key_F9)

    qtbot.waitUntil(form.summary.isVisible)
    type_text("2019")
    assert screen.presenter.form.sitting.values["berdiri_sejak"] == "2019"
    assert not form.summary.isVisible()
    assert issued(shell) == 0


def test_f9_pressed_twice_gives_one_number(qtbot, shell, screen, form) -> None:
    fill(form.fields, SKU)

    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)
    screen.presenter.form.issue()

    qtbot.waitUntil(lambda: bool(screen.widget.result.number.text()))
    assert issued(shell) == 1
    qtbot.waitUntil(lambda: not shell.workspace.drafts.all())


def test_the_preview_marks_the_field_that_has_the_caret(qtbot, screen, form) -> None:
    fill(form.fields, {"nama_usaha": "Dapur Randang"})
    pane = screen.widget.preview
    qtbot.waitUntil(lambda: pane.pages == 1, timeout=5_000)
    qtbot.waitUntil(lambda: bool(pane.desk.mark_rects()), timeout=5_000)
    first = pane.desk.mark_rects()[0].top()

    form.fields.focus("keperluan")

    qtbot.waitUntil(lambda: bool(pane.desk.mark_rects()))
    assert pane.desk.mark_rects()[0].top() > first


def test_a_full_disk_leaves_the_form_as_it_was(qtbot, shell, screen, form) -> None:
    fill(form.fields, SKU)

    form.show_refusal(DiskFullError("Cakram penuh. Isian ini masih ada di layar."))

    assert form.fields.values()["nama_usaha"] == SKU["nama_usaha"]
    assert form.issue.isEnabled()


def test_a_letter_for_the_dead_is_remarked_upon_before_it_is_written(shell, clock) -> None:
    resident = serve(shell)
    record = shell.workspace.residents.record(resident.id)
    letter_type = shell.workspace.catalogue.get("sku")
    dead = replace(record, resident=replace(resident, life_status=LifeStatus.DEAD))

    assert cautions(record, letter_type, clock.today()) == ()
    assert "meninggal" in cautions(dead, letter_type, clock.today())[0].title


def test_a_nik_that_disagrees_is_a_remark_and_never_a_refusal(shell, clock) -> None:
    resident = serve(shell)
    record = shell.workspace.residents.record(resident.id)
    letter_type = shell.workspace.catalogue.get("sku")
    other = replace(record, resident=replace(resident, nik="1306990101700003"))
    none = replace(record, resident=replace(resident, nik=None))

    assert "KTP" in cautions(other, letter_type, clock.today())[0].sentence
    assert "belum tercatat" in cautions(none, letter_type, clock.today())[0].title


def test_the_same_letter_of_last_week_is_remarked_upon_and_of_last_year_is_not(shell) -> None:
    resident = serve(shell)
    letter = file_letter(shell, resident)
    record = shell.workspace.residents.record(resident.id)
    letter_type = shell.workspace.catalogue.get("sku")

    soon = cautions(record, letter_type, letter.issue_date + timedelta(days=7))
    late = cautions(record, letter_type, letter.issue_date + timedelta(days=300))

    assert letter.number in soon[0].sentence
    assert late == ()


def test_a_line_of_the_summary_names_its_field_once() -> None:
    assert summary_line("Berdiri sejak", "Tahun harus 4 angka.") == (
        "Berdiri sejak: tahun harus 4 angka"
    )
    assert summary_line("Keperluan", "Keperluan belum diisi.") == "Keperluan belum diisi"


def test_values_of_an_earlier_letter_say_where_they_come_from_and_can_be_put_away(
    qtbot, shell, screen
) -> None:
    resident = serve(shell, "Nurhayati", nik="1306994509820009", sex=Sex.FEMALE)
    earlier = file_letter(shell, resident)
    screen.enter(resident_id=resident.id, type_id="sku")
    banners = screen.widget.form.banners

    def copied() -> list[str]:
        shown = [one for one in banners.findChildren(Banner) if not one.isHidden()]
        return [one.text() for one in shown if "disalin" in one.text()]

    assert earlier.number in copied()[0]
    assert screen.presenter.form.sitting.values["nama_usaha"] == SKU["nama_usaha"]

    banners.restart_requested.emit()
    qtbot.waitUntil(lambda: not screen.presenter.form.sitting.values.get("nama_usaha"))
    assert not copied()


def test_what_seldom_is_true_is_asked_about_and_f9_again_is_the_answer(
    qtbot, shell, screen, form
) -> None:
    fill(form.fields, {**SKU, "tenaga_kerja": "99999999"})

    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: any("99.999.999" in one for one in banner_words(form)))
    press(Qt.Key.Key_F9)  # Of the same breath: no answer yet.
    assert issued(shell) == 0

    def answered() -> bool:
        press(Qt.Key.Key_F9)
        return bool(screen.widget.result.number.text())

    qtbot.waitUntil(answered, timeout=5_000)
    assert issued(shell) == 1


def test_another_doubt_is_asked_about_anew(qtbot, shell, screen, form) -> None:
    fill(form.fields, {**SKU, "tenaga_kerja": "5000"})
    screen.presenter.form.issue()
    qtbot.waitUntil(lambda: any("5.000" in one for one in banner_words(form)))
    fill(form.fields, {"tenaga_kerja": "7000"})

    def asked_again() -> bool:
        screen.presenter.form.issue()
        return any("7.000" in one for one in banner_words(form))

    qtbot.waitUntil(asked_again, timeout=5_000)
    assert issued(shell) == 0


def test_a_minus_is_called_wrong_and_never_swallowed(qtbot, shell, screen, form) -> None:
    fill(form.fields, {**SKU, "tenaga_kerja": "-5"})

    press(Qt.Key.Key_F9)

    qtbot.waitUntil(form.summary.isVisible)
    assert form.fields.values()["tenaga_kerja"] == "-5"
    assert issued(shell) == 0


def test_a_business_of_a_child_is_remarked_upon_at_once(shell, clock) -> None:
    resident = serve(shell, birth_date=date(2020, 2, 29))
    record = shell.workspace.residents.record(resident.id)
    sku, sktm = (shell.workspace.catalogue.get(one) for one in ("sku", "sktm"))

    def remarks(kind):
        return " ".join(one.title for one in cautions(record, kind, clock.today()))

    assert "6 tahun" in remarks(sku)
    assert "tahun" not in remarks(sktm)


def test_in_whose_name_it_is_stands_where_nothing_scrolls(shell, form) -> None:
    signers = shell.workspace.office.signers(shell.workspace.clock.today())
    for place, officer in enumerate(signers):
        form.signer.setCurrentIndex(place)
        assert form.signing.text() == f"Penanda tangan {signer_words(officer)}"
        assert signer_words(officer).startswith(
            ("Wali Nagari", "Pj. ", "Plt. ", "Plh. ", "a.n. ", officer.position)
        )


def test_for_the_dead_it_is_said_before_anything_is_typed(qtbot, shell, screen, clock) -> None:
    resident = serve(shell)
    record = shell.workspace.residents.record(resident.id)
    dead = replace(record, resident=replace(resident, life_status=LifeStatus.DEAD))
    screen.enter(resident_id=resident.id)
    step = screen.widget.types
    qtbot.waitUntil(lambda: bool(step.cards()))
    assert not step.barred.isVisible()

    step.show_choice(dead, shell.workspace.catalogue.choice(), clock.today())

    assert "meninggal" in step.barred.text()
    subjects = {card.letter_type.subject for card in step.cards()}
    assert subjects == {"meninggal", "bebas", "tanpa"}
    assert " th" not in step.person.accessibleName()
    step.barred.action_requested.emit()
    assert shell.visits[-1] == ("resident_record", {"resident_id": resident.id})


def test_never_more_than_one_banner_stands_over_the_fields(qtbot, shell, screen) -> None:
    resident = serve(shell, "Nurhayati", nik="1306994509820009", sex=Sex.FEMALE)
    earlier = file_letter(shell, resident)
    screen.enter(resident_id=resident.id, type_id="sku")
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    form = screen.widget.form

    def shown() -> list[str]:
        banners = form.banners.findChildren(Banner)
        return [one.text() for one in banners if not one.isHidden()]

    (words,) = shown()
    assert f"disalin dari surat {earlier.number}" in words
    assert "sudah terbit hari ini" in words
    form.show_refusal(DiskFullError("Cakram penuh."))
    assert len(shown()) == 1
    form.clear_errors()
    assert shown() == [words]
