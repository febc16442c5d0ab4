"""The letter's pages in the smallest window: rows stand apart, inputs stand level."""

from __future__ import annotations

from itertools import pairwise

import pytest

from nagari_kit.ui.screens import letter_issue
from nagari_kit.ui.style.fonts import SCALES
from nagari_kit.ui.style.tokens import LIGHT
from tests.ui.letter_desk import serve, show
from tests.ui.looks import clipped_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell):
    made = letter_issue.build(shell)
    show(qtbot, made, compact=True)
    yield made
    made.leave()


def test_eight_hits_do_not_lie_over_each_other_in_a_small_window(qtbot, shell, screen) -> None:
    for place in range(8):
        serve(shell, f"Zulfadhli Paninggahan {'I' * (place + 1)}", nik=None)
    screen.enter()
    residents = screen.widget.residents
    residents.search.setText("Zulfadhli")
    qtbot.waitUntil(lambda: residents.hits() == 8)
    qtbot.wait(20)

    rows = [row.geometry() for row in residents._rows]

    assert all(above.bottom() < below.top() for above, below in pairwise(rows))


def test_inputs_side_by_side_stand_level_whatever_is_said_under_them(qtbot, shell, screen) -> None:
    screen.enter(resident_id=serve(shell).id, type_id="sku")
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    fields = screen.widget.form.fields
    fields.set_errors({"berdiri_sejak": "Tahun harus 4 angka, contoh 2019 atau Maret 2019."})
    qtbot.wait(20)

    since, hands = (fields.row_of(one) for one in ("berdiri_sejak", "tenaga_kerja"))

    assert since.field.mapTo(fields, since.field.rect().topLeft()).y() == (
        hands.field.mapTo(fields, hands.field.rect().topLeft()).y()
    )


@pytest.mark.parametrize(("compact", "scale"), [(False, 1.0), (True, 1.0), (False, SCALES[-1])])
@pytest.mark.parametrize("type_id", ["sku", "sktm", "domisili"])
def test_no_form_is_wider_than_its_place(qtbot, shell, restyled, type_id, compact, scale) -> None:
    restyled(LIGHT, scale)
    screen = letter_issue.build(shell)
    show(qtbot, screen, compact=compact)
    screen.enter(resident_id=serve(shell).id, type_id=type_id)
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    form = screen.widget.form
    form.show_errors(dict.fromkeys(form.fields.labels(), "Isian ini belum bisa dipakai."))
    qtbot.wait(20)

    assert form.body.widget().width() <= form.body.viewport().width()
    assert form.body.horizontalScrollBar().maximum() == 0
    assert clipped_words(form.fields) == []
    screen.leave()


@pytest.mark.parametrize("type_id", ["sku", "sktm", "domisili"])
def test_the_first_wrong_field_is_in_sight_in_a_small_window(qtbot, shell, screen, type_id) -> None:
    screen.enter(resident_id=serve(shell).id, type_id=type_id)
    qtbot.waitUntil(lambda: screen.presenter.form.sitting is not None)
    form = screen.widget.form
    last = list(form.fields.labels())[-1]
    form.show_errors({last: "Isian ini belum bisa dipakai. Periksa lagi ejaan dan angkanya."})
    view, row = form.body.viewport(), form.fields.row_of(last)

    def in_sight() -> None:
        top = row.mapTo(view, row.rect().topLeft()).y()
        assert top >= 0
        assert top + row.height() <= view.height()

    qtbot.waitUntil(lambda: in_sight() is None)
    assert form.fields.focusWidget().property("field_id") == last
