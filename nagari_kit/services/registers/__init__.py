"""The books of the law: previewed, printed, written to a file."""

from nagari_kit.services.registers.service import (
    BookChoices,
    BookPages,
    BookService,
    BookTitle,
    WrittenBook,
)

__all__ = ["BookChoices", "BookPages", "BookService", "BookTitle", "WrittenBook"]
