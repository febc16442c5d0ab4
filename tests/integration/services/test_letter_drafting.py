"""Drafts and previews: nothing is lost, nothing is numbered, nothing breaks on missing values."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from nagari_kit.domain.letters import LetterInput
from nagari_kit.errors import ConflictError, NotFoundError
from tests.integration.services.sample_office import PASSPHRASE, SKU


def test_a_draft_survives_closing_the_program(workspace, paths, clock, sku):
    from nagari_kit.services.workspace import open_workspace

    draft = workspace.drafts.save(replace(sku, values={"nama_usaha": "Warung"}))
    workspace.close()

    again = open_workspace(paths, PASSPHRASE, clock=clock)
    try:
        assert again.drafts.all() == (draft,)
        assert again.drafts.get(draft.id).values == {"nama_usaha": "Warung"}
    finally:
        again.close()


def test_saving_a_draft_again_changes_it_and_makes_no_second(workspace, sku):
    draft = workspace.drafts.save(sku)

    workspace.drafts.save(replace(sku, draft_id=draft.id, values={"nama_usaha": "Kedai"}))

    assert [one.values for one in workspace.drafts.all()] == [{"nama_usaha": "Kedai"}]


def test_a_draft_that_was_thrown_away_comes_back_as_it_was(workspace, sku):
    draft = workspace.drafts.save(sku)
    workspace.drafts.delete(draft.id)
    with pytest.raises(NotFoundError):
        workspace.drafts.get(draft.id)

    workspace.drafts.restore(draft)

    assert workspace.drafts.get(draft.id) == draft


def test_a_late_autosave_does_not_bring_an_issued_draft_back(workspace, sku):
    draft = workspace.drafts.save(sku)
    workspace.issuing.issue(replace(sku, draft_id=draft.id))

    with pytest.raises(ConflictError):
        workspace.drafts.save(replace(sku, draft_id=draft.id))
    with pytest.raises(ConflictError):
        workspace.drafts.restore(draft)

    assert workspace.drafts.all() == ()


def test_a_preview_of_an_empty_form_is_a_page_that_says_what_is_missing(workspace, father):
    for kind in workspace.catalogue.types():
        preview = workspace.previews.preview(LetterInput(kind.id, father, {}))

        required = {field.id for field in kind.fields if field.required}
        assert required <= set(preview.problems)
        assert preview.pages >= 1
        width = 595.3 if workspace.context.definition(kind.id).paper == "A4" else 609.4
        assert pypdfium2.PdfDocument(preview.pdf).get_page_size(0)[0] == pytest.approx(width, abs=1)


def test_a_preview_shows_the_values_and_no_number(workspace, sku):
    preview = workspace.previews.preview(sku)

    assert not preview.problems
    assert {box.field_id for box in preview.boxes} >= {"nama_usaha", "keperluan"}
    text = pypdfium2.PdfDocument(preview.pdf)[0].get_textpage().get_text_bounded()
    assert "Warung Sari" in text
    assert workspace.numbering.next_number("sku", workspace.clock.today()) not in text


def test_a_preview_without_any_officer_is_still_drawn(tmp_path, clock, sku):
    from nagari_kit.infra.paths import OfficePaths
    from nagari_kit.services.workspace import create_workspace
    from tests.integration.services.sample_office import person, profile

    workspace = create_workspace(OfficePaths(tmp_path / "baru"), PASSPHRASE, profile(), clock=clock)
    try:
        from datetime import date

        registered = workspace.residents.register(
            person("1306991705800009", "Syafrial", date(1980, 5, 17), 1)
        )
        preview = workspace.previews.preview(LetterInput("sku", registered.id, SKU))
        assert "signer" in preview.problems
        assert preview.pages >= 1
    finally:
        workspace.close()


def test_the_last_letter_of_a_resident_fills_the_next(workspace, sku, father, child):
    workspace.issuing.issue(sku)

    assert workspace.previews.defaults("sku", father)["nama_usaha"] == "Warung Sari"
    assert "nama_usaha" not in workspace.previews.defaults("sku", child)
    assert "nama_usaha" not in workspace.previews.defaults("domisili", father)
    assert "nama_usaha" not in workspace.previews.defaults("sku", father, as_last=False)
