"""What must hold for a form: pages alone, everything on the paper, nobody's code on it."""

from __future__ import annotations

from nagari_kit.documents.definition_blocks import FormBlock
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.toml_source import TomlSource

_PAPERS = {"F4": (2150, 3300), "A4": (2100, 2970)}
"""In tenths of a mm."""
EDGE = 80
"""No printer reaches nearer than 8 mm to the edge."""


def check_form(definition: LetterDefinition, source: TomlSource) -> None:
    """Raises DefinitionError for a form that could not be printed whole."""
    head = source.header_line("surat")
    paper = _PAPERS.get(definition.paper)
    if paper is None:
        raise source.error(head, "borang memerlukan “kertas”", 'Tulis kertas = "F4" atau "A4".')
    if definition.coded or definition.numbered:
        raise source.error(
            head,
            "borang tidak mempunyai tempat untuk nomor dan kode periksa",
            'Tulis nomor = "tidak" dan kode = "tidak".',
        )
    for index, block in enumerate(definition.blocks):
        line = source.header_line("blok", index)
        if not isinstance(block, FormBlock):
            raise source.error(line, "blok lain tidak dapat dicampur dengan blok borang")
        _check_page(block, paper, source, line)


def _check_page(block: FormBlock, paper: tuple[int, int], source: TomlSource, line: int) -> None:
    width, height = paper
    boxes = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in block.places]
    boxes += [(one.x, one.y, one.x + one.width, one.y + one.height) for one in block.frames]
    boxes += [(one.x1, one.y1, one.x1, one.y1) for one in block.rules]
    boxes += [(one.x2, one.y2, one.x2, one.y2) for one in block.rules]
    if not boxes:
        raise source.error(line, "halaman borang ini kosong")
    for left, top, right, bottom in boxes:
        inside = min(left, top) >= EDGE and right <= width - EDGE and bottom <= height - EDGE
        if not inside:
            raise source.error(
                line,
                f"bagian di x {left / 10:g}, y {top / 10:g} mm terlalu dekat ke tepi kertas",
                "Sisakan paling sedikit 8 mm di setiap tepi.",
            )
