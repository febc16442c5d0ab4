"""The population books: previewed, printed, written to a file."""

from nagari_kit.services.registers.service import BookPages, BookService, BookTitle, WrittenBook

__all__ = ["BookPages", "BookService", "BookTitle", "WrittenBook"]
