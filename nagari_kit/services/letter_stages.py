"""What the stage of a draft allows, and when a check no longer holds."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.domain.letters import DraftStage, LetterDraft, LetterInput
from nagari_kit.errors import RuleError


def is_as_checked(draft: LetterDraft, wanted: LetterInput) -> bool:
    """Whether the content is still what the draft on disk says."""
    return draft.as_input() == replace(wanted, draft_id=draft.id, set_id=None)


def refuse_unready(draft: LetterDraft | None, wanted: LetterInput) -> None:
    """Raise RuleError for a draft that is being checked, or was refused and is not mended."""
    if draft is None or not is_as_checked(draft, wanted):
        return
    if draft.stage is DraftStage.CHECK:
        raise RuleError(
            "Surat ini sedang diperiksa sekretaris. Nomor belum terpakai dan draf tetap ada.",
            hint="Tunggu hasilnya, atau ambil kembali drafnya dari meja pemeriksaan.",
            code="SURAT-18",
        )
    if draft.stage is DraftStage.REFUSED:
        raise RuleError(
            f"Surat ini dikembalikan {draft.stage_by}: {draft.stage_note}. "
            "Nomor belum terpakai dan draf tetap ada.",
            hint="Perbaiki isinya, lalu ajukan lagi atau terbitkan.",
            code="SURAT-19",
        )
