"""Reads the blocks of a definition that hold text: paragraphs, rows, tables, lists, heads."""

from __future__ import annotations

from nagari_kit.documents.definition_blocks import (
    Block,
    Conditions,
    CopiesBlock,
    DataBlock,
    DataRow,
    KopBlock,
    ListBlock,
    ListItem,
    ModelBlock,
    NextPageBlock,
    OfficialHeadBlock,
    OrderBlock,
    ParagraphBlock,
    SectionBlock,
    TableBlock,
    TableColumn,
    TableRow,
    TitleBlock,
)
from nagari_kit.documents.definition_reading import (
    MOST_IN_A_LINE,
    conditions,
    count,
    one_of,
    template,
    template_of,
    templates,
)
from nagari_kit.documents.toml_source import Section

_ALIGNMENTS = ("kiri", "tengah", "kanan")
_EMPTY = ("tanda", "hapus", "wajib")
_MOST_ROW_HEIGHT, _MOST_LABEL, _MOST_INDENT = 40, 70, 40


def kop(section: Section, when: Conditions) -> Block:
    """`kop`."""
    del section
    return KopBlock(when)


def title(section: Section, when: Conditions) -> Block:
    """`judul`: other words than the definition's title, a note, or no number under it."""
    lines = section.text("teks", "", most=2 * MOST_IN_A_LINE).split("\n")
    return TitleBlock(
        lines=tuple(line.strip() for line in lines if line.strip()),
        note=section.text("catatan", "", most=MOST_IN_A_LINE),
        numbered=section.flag("nomor", default=True),
        conditions=when,
    )


def model(section: Section, when: Conditions) -> Block:
    """`model`."""
    return ModelBlock(section.text("teks", most=MOST_IN_A_LINE), when)


def section_head(section: Section, when: Conditions) -> Block:
    """`subjudul`."""
    return SectionBlock(section.text("nomor", "", most=8), template(section, "teks"), when)


def paragraph(section: Section, when: Conditions) -> Block:
    """`paragraf`."""
    return ParagraphBlock(
        template=template(section, "teks"),
        indent=section.flag("inden", default=True),
        closing=section.flag("penutup", default=False),
        conditions=when,
    )


def data(section: Section, when: Conditions) -> Block:
    """`data`."""
    return DataBlock(
        rows=_data_rows(section),
        label_width=count(section, "lebar_label", most=_MOST_LABEL),
        indent=section.whole("inden", most=_MOST_INDENT, default=-1),
        conditions=when,
    )


def order(section: Section, when: Conditions) -> Block:
    """`perintah`."""
    return OrderBlock(_data_rows(section), section.flag("memerintahkan", default=False), when)


def _data_rows(section: Section) -> tuple[DataRow, ...]:
    rows = []
    for row in section.tables("baris", "baris data"):
        is_table = row.has("kolom")
        rows.append(
            DataRow(
                label=template(row, "label"),
                value=() if is_table else template(row, "isi"),
                empty=one_of(row, "kosong", _EMPTY, _EMPTY[0]),
                listed=row.flag("daftar", default=False),
                conditions=conditions(row),
                table=_table(row, ()) if is_table else None,
            )
        )
        row.done()
    return tuple(rows)


def table(section: Section, when: Conditions) -> Block:
    """`tabel`."""
    return _table(section, when)


def _table(section: Section, when: Conditions) -> TableBlock:
    columns = []
    for column in section.tables("kolom", "kolom tabel"):
        columns.append(
            TableColumn(
                title=column.text("judul", ""),
                width=column.number("lebar"),
                align=one_of(column, "rata", _ALIGNMENTS, _ALIGNMENTS[0]),
            )
        )
        column.done()
    return TableBlock(
        columns=tuple(columns),
        rows=_table_rows(section, "baris", len(columns)),
        each=section.text("untuk", ""),
        last_rows=(
            _table_rows(section, "baris_akhir", len(columns)) if section.has("baris_akhir") else ()
        ),
        row_height=count(section, "tinggi_baris", most=_MOST_ROW_HEIGHT),
        conditions=when,
    )


def _table_rows(section: Section, key: str, columns: int) -> tuple[TableRow, ...]:
    rows = []
    for row in section.tables(key, "baris tabel"):
        cells = templates(row, "sel")
        if len(cells) != columns:
            at = "sel" if key == "baris" else key
            raise row.error(f"baris tabel berisi {len(cells)} sel, kolomnya {columns}", at)
        rows.append(TableRow(cells, conditions(row)))
        row.done()
    return tuple(rows)


def numbered_list(section: Section, when: Conditions) -> Block:
    """`daftar`."""
    items = []
    for item in section.texts_or_tables("butir", "butir daftar"):
        if isinstance(item, str):
            items.append(ListItem(template_of(section, item)))
            continue
        items.append(ListItem(template(item, "teks"), conditions(item)))
        item.done()
    return ListBlock(tuple(items), section.text("untuk", ""), when)


def official_head(section: Section, when: Conditions) -> Block:
    """`kepala_dinas`."""
    return OfficialHeadBlock(
        nature=template(section, "sifat", "Biasa"),
        attachment=template(section, "lampiran", ""),
        subject=template(section, "hal"),
        addressee=templates(section, "yth"),
        conditions=when,
    )


def copies(section: Section, when: Conditions) -> Block:
    """`tembusan`."""
    return CopiesBlock(templates(section, "baris"), when)


def next_page(section: Section, when: Conditions) -> Block:
    """`halaman_baru`."""
    head = section.text_or_texts("teks")
    return NextPageBlock(
        head=tuple(template_of(section, line) for line in head),
        title=section.text("judul", "", most=MOST_IN_A_LINE),
        conditions=when,
    )
