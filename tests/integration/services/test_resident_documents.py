"""Scans of residents' papers: known by content, small, stripped, remembered, and gone in time."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pypdfium2
import pytest
from PIL import Image

from nagari_kit.documents.scans import FACE_SIDE, LONGEST_SIDE
from nagari_kit.domain.resident_documents import LARGEST_FILE, DocumentKind
from nagari_kit.errors import InputError, NotFoundError


@pytest.fixture
def photograph(tmp_path):
    """As a telephone takes it: large, lying on its side, with the place in its metadata."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "S"
    path = tmp_path / "IMG_0001.dat"
    Image.new("RGB", (3000, 2400), (200, 180, 150)).save(path, format="JPEG", exif=exif)
    return path


@pytest.fixture
def paper(tmp_path):
    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        document.new_page(595, 842)
    path = tmp_path / "kk.pdf"
    document.save(path)
    document.close()
    return path


def test_a_picture_becomes_small_upright_and_tells_nothing_of_place_and_time(
    workspace, father, photograph
) -> None:
    added = workspace.scans.add(father, DocumentKind.KTP, photograph)
    workspace.scans.add(father, DocumentKind.PHOTO, photograph)
    with workspace.context.store.read() as reader:
        scan = reader.scans.content(added.id)
    for kept, side in ((scan, LONGEST_SIDE), (workspace.scans.photo(father), FACE_SIDE)):
        with Image.open(io.BytesIO(kept)) as picture:
            assert picture.format == "JPEG"
            assert picture.size == (side * 4 // 5, side)
            assert not picture.getexif()
        assert b"Exif" not in kept


def test_a_scan_goes_after_a_year_and_a_photo_stays(workspace, father, photograph, clock) -> None:
    scan = workspace.scans.add(father, DocumentKind.KTP, photograph)
    workspace.scans.add(father, DocumentKind.PHOTO, photograph)
    assert scan.delete_after == date(2027, 11, 24)
    assert workspace.scans.purge_due() == 0
    clock.moment += timedelta(days=365)
    assert [one.kind for one in workspace.scans.of(father)] == [DocumentKind.PHOTO]
    assert workspace.scans.purge_due() == 1
    assert workspace.scans.purge_due() == 0
    with pytest.raises(NotFoundError):
        workspace.scans.pages(scan.id)
    assert "masa simpan habis" in workspace.accesses.of(father)[0].purpose


def test_a_new_photo_takes_the_place_of_the_old(workspace, father, photograph) -> None:
    workspace.scans.add(father, DocumentKind.PHOTO, photograph)
    newer = workspace.scans.add(father, DocumentKind.PHOTO, photograph)
    assert [one.id for one in workspace.scans.of(father)] == [newer.id]


def test_looking_at_a_document_and_deleting_it_is_remembered(workspace, father, paper) -> None:
    added = workspace.scans.add(father, DocumentKind.KK, paper)
    assert workspace.scans.pages(added.id) == paper.read_bytes()
    with pytest.raises(InputError):
        workspace.scans.delete(added.id, "  ")
    workspace.scans.delete(added.id, "salah orang")
    assert workspace.scans.of(father) == ()
    said = [look.purpose for look in workspace.accesses.of(father)]
    assert said == [
        "menghapus Kartu keluarga: salah orang",
        "melihat Kartu keluarga",
        "menambah Kartu keluarga",
    ]
    assert {look.by for look in workspace.accesses.of(father)} == {"Rina Marlina"}


def test_a_scanned_picture_is_looked_at_as_a_page(workspace, father, photograph) -> None:
    added = workspace.scans.add(father, DocumentKind.KTP, photograph)
    assert workspace.scans.pages(added.id).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 cut",
        b"\xff\xd8\xff\xe0 no picture",
        b"PK\x03\x04",
        b"x" * (LARGEST_FILE + 1),
    ],
)
def test_what_is_no_paper_is_refused_and_nothing_is_kept(
    workspace, father, tmp_path, content
) -> None:
    path = tmp_path / "ktp.jpg"
    path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        workspace.scans.add(father, DocumentKind.KTP, path)
    assert "file" in refused.value.fields
    assert workspace.scans.of(father) == ()
    assert workspace.accesses.of(father) == ()


@pytest.mark.parametrize("side", [12_000, 16_000])
def test_a_picture_that_would_not_fit_into_memory_is_refused(
    workspace, father, tmp_path, side
) -> None:
    path = tmp_path / "bom.png"
    Image.new("1", (side, side)).save(path, format="PNG")
    with pytest.raises(InputError):
        workspace.scans.add(father, DocumentKind.KTP, path)


def test_a_photo_is_a_picture_and_a_day_of_deletion_lies_ahead(
    workspace, father, paper, photograph
) -> None:
    with pytest.raises(InputError):
        workspace.scans.add(father, DocumentKind.PHOTO, paper)
    for day in (date(2026, 11, 24), date(2040, 1, 1)):
        with pytest.raises(InputError) as refused:
            workspace.scans.add(father, DocumentKind.KTP, photograph, delete_after=day)
        assert "delete_after" in refused.value.fields


def test_the_same_look_within_a_sitting_is_remembered_once(workspace, father, clock) -> None:
    for _ in range(3):
        workspace.accesses.note(father, "membuka data")
    workspace.accesses.note(father, "mencocokkan KTP")
    assert len(workspace.accesses.of(father)) == 2
    clock.moment += timedelta(minutes=20)
    workspace.accesses.note(father, "membuka data")
    assert len(workspace.accesses.of(father)) == 3


def test_the_page_of_a_person_says_what_happened_what_is_kept_and_who_looked(
    workspace, father, photograph
) -> None:
    workspace.scans.add(father, DocumentKind.PHOTO, photograph)
    workspace.accesses.note(father, "membuka data")
    page = workspace.pages.read(father)
    assert page.record.resident.id == father
    assert page.photo.startswith(b"\xff\xd8")
    assert [event.kind.value for event in page.events] == ["registration"]
    assert page.looks_lately == len(page.looks) == 2
    assert page.lives_on_as == ""
