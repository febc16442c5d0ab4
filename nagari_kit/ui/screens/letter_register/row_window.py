"""Rows of a long list that are held in pages; pages not looked at for long are let go."""

from __future__ import annotations

from collections import OrderedDict

from nagari_kit.domain.letters import LetterRow

PAGE_ROWS = 50
KEPT_PAGES = 40


class RowWindow:
    """At most 40 pages of 50 rows; memory does not grow with the register."""

    def __init__(self) -> None:
        self.total = 0
        self._pages: OrderedDict[int, tuple[LetterRow, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def clear(self, total: int = 0) -> None:
        """Forget every row; the list now has `total`."""
        self.total = total
        self._pages.clear()
        self._asked.clear()

    def put(self, offset: int, rows: tuple[LetterRow, ...]) -> None:
        """Keep the page that starts at `offset`."""
        page = offset // PAGE_ROWS
        self._asked.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)

    def row(self, index: int) -> LetterRow | None:
        """The row at `index`, or None when its page is not here."""
        page, inside = divmod(index, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None or inside >= len(rows):
            return None
        self._pages.move_to_end(page)
        return rows[inside]

    def ask(self, index: int) -> int | None:
        """The offset of the page to read for `index`; None when it was already asked for."""
        page = index // PAGE_ROWS
        if page in self._asked or not 0 <= index < self.total:
            return None
        self._asked.add(page)
        return page * PAGE_ROWS

    def release(self, offset: int) -> None:
        """Reading the page at `offset` failed: it may be asked for again."""
        self._asked.discard(offset // PAGE_ROWS)

    def loaded(self) -> list[tuple[int, LetterRow]]:
        """Every row that is here, with its index."""
        return [
            (page * PAGE_ROWS + inside, row)
            for page, rows in self._pages.items()
            for inside, row in enumerate(rows)
        ]
