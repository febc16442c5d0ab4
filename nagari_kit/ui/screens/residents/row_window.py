"""Residents of a long list, held in pages; pages not looked at for long are let go."""

from __future__ import annotations

from collections import OrderedDict

from nagari_kit.domain.residents import ResidentPage, ResidentRow

PAGE_ROWS = 100
KEPT_PAGES = 20


class ResidentWindow:
    """At most 20 pages of 100 rows: memory does not grow with the population."""

    def __init__(self) -> None:
        self.total = 0
        self._pages: OrderedDict[int, tuple[ResidentRow, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def begin(self, page: ResidentPage) -> None:
        """Another list, of which `page` is the first page."""
        self.total = page.total
        self._pages.clear()
        self._asked.clear()
        self.put(page)

    def put(self, page: ResidentPage) -> None:
        """Keep a page that was read."""
        number = page.offset // PAGE_ROWS
        self._asked.discard(number)
        self._pages[number] = page.rows
        self._pages.move_to_end(number)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)

    def row(self, index: int) -> ResidentRow | None:
        """The row at `index`, or None when its page is not here."""
        number, inside = divmod(index, PAGE_ROWS)
        rows = self._pages.get(number)
        if rows is None or inside >= len(rows):
            return None
        return rows[inside]

    def ask(self, index: int) -> int | None:
        """Offset of the page to read for `index`; None when it is on its way already."""
        number = index // PAGE_ROWS
        if number in self._asked or not 0 <= index < self.total:
            return None
        self._asked.add(number)
        return number * PAGE_ROWS

    def release(self, offset: int) -> None:
        """Reading the page at `offset` failed; it may be asked for again."""
        self._asked.discard(offset // PAGE_ROWS)
