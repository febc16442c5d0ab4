"""Changes letter types in the window: versions, drafts, files; issued letters never change."""

from nagari_kit.services.letter_editor.service import LetterEditorService

__all__ = ["LetterEditorService"]
