"""The page by which an office checks that its printer prints true to size."""

from __future__ import annotations

from nagari_kit.domain.office import PaperSize


def render_test_page(paper: PaperSize) -> bytes:
    """One PDF page with 100 mm rulers."""
    raise NotImplementedError
