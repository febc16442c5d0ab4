"""Who signs a letter must be told once and clearly: the office on each page part, or citizens."""

from __future__ import annotations

from nagari_kit.documents.definition_blocks import (
    Block,
    ConfirmationBlock,
    ListSignatureBlock,
    NextPageBlock,
    OfficialHeadBlock,
    PersonSignatureBlock,
    SignatureBlock,
    TitleBlock,
)
from nagari_kit.documents.definition_model import NOBODY, LetterDefinition
from nagari_kit.documents.definition_sign_blocks import OFFICE
from nagari_kit.documents.toml_source import TomlSource


def is_office_signature(block: Block) -> bool:
    """Whether this office signs in the block."""
    if isinstance(block, ConfirmationBlock):
        return block.who == OFFICE
    return isinstance(block, SignatureBlock)


def check_signatures(definition: LetterDefinition, source: TomlSource) -> None:
    """Raises DefinitionError for a letter that nobody, the wrong one, or one twice signs.

    Blocks under different conditions may take turns: only those without conditions are counted
    as too many.
    """
    line = source.header_line("surat")
    parts = _parts(definition.blocks)
    found = [block for block in definition.blocks if is_office_signature(block)]
    if not definition.signed_by_office:
        if found:
            raise source.error(
                line, 'surat dengan penanda_tangan = "pihak" tidak memuat tanda tangan kantor'
            )
        if not any(_is_citizens(block) for block in definition.blocks):
            raise source.error(line, "tidak ada blok ttd_pihak atau ttd_daftar")
        return
    always = max(sum(_is_fixed(block) for block in part) for part in parts)
    if not found or always > 1:
        raise source.error(
            line,
            f"ada {len(found)} blok ttd",
            'Surat memerlukan tepat satu blok jenis = "ttd" (atau mengetahui oleh kantor).',
        )
    _check_head(definition, source, line)


def _check_head(definition: LetterDefinition, source: TomlSource, line: int) -> None:
    heads = [
        block for block in definition.blocks if isinstance(block, OfficialHeadBlock | TitleBlock)
    ]
    if len([one for one in heads if not one.conditions]) > 1:
        raise source.error(line, "ada dua judul; pakai judul atau kepala_dinas, satu saja")
    if definition.subject == NOBODY and definition.usual_age:
        raise source.error(line, "wajar_umur tidak berlaku untuk surat tanpa warga", "")


def _is_citizens(block: Block) -> bool:
    return isinstance(block, PersonSignatureBlock | ListSignatureBlock)


def _is_fixed(block: Block) -> bool:
    return is_office_signature(block) and not block.conditions


def _parts(blocks: tuple[Block, ...]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, NextPageBlock):
            parts.append([])
        parts[-1].append(block)
    return parts
