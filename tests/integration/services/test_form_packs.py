"""A form that was not there when the program was made is added as a file, without code."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from pikepdf import pdfa
from PIL import ImageStat

from nagari_kit.documents.archival.preflight import preflight
from nagari_kit.documents.form_pack import MOST_BYTES
from nagari_kit.domain.letters import LetterInput
from nagari_kit.errors import (
    DefinitionError,
    InputError,
    LetterError,
    NagariError,
    NotFoundError,
    RuleError,
)
from nagari_kit.services.workspace import open_workspace
from tests.integration.services.made_pack import definition, pack, page_image
from tests.integration.services.sample_office import PASSPHRASE

KARTU = "kartu_contoh"


@pytest.fixture
def install(workspace, tmp_path):
    def installed(content: bytes):
        path = tmp_path / "kartu.borang"
        path.write_bytes(content)
        return workspace.forms.install(path)[0]

    return installed


def issued(workspace, resident, note="Untuk arsip") -> bytes:
    letter = workspace.issuing.issue(LetterInput(KARTU, resident, {"catatan": note}))
    return workspace.register.document(letter.id)


def darkness(pdf: bytes, page: int) -> float:
    document = pdfium.PdfDocument(pdf)
    try:
        drawn = document[page].render(scale=1, grayscale=True).to_pil().convert("L")
        return 255 - ImageStat.Stat(drawn).mean[0]
    finally:
        document.close()


def words(pdf: bytes, page: int = 0) -> str:
    document = pdfium.PdfDocument(io.BytesIO(pdf))
    try:
        return document[page].get_textpage().get_text_bounded()
    finally:
        document.close()


def test_a_form_of_a_pack_is_issued_filed_and_fit_for_the_archive(
    workspace, install, father
) -> None:
    found = install(pack())
    assert (found.id, found.version, found.pages, found.in_use) == (KARTU, 1, 2, True)
    pdf = issued(workspace, father)
    assert "Syafrial Alamsyah" in words(pdf)
    assert "Untuk arsip" in words(pdf)
    assert "Halaman kedua" in words(pdf, 1)
    assert darkness(pdf, 0) > 3 * darkness(pdf, 1), "the image stands under the first page only"
    assert not preflight(pdf)
    assert not pdfa.validate_written(io.BytesIO(pdf), "3b").findings


def test_an_installed_form_is_there_after_the_office_was_opened_again(
    workspace, install, father, paths, clock
) -> None:
    install(pack())
    workspace.close()
    again = open_workspace(paths, PASSPHRASE, clock=clock, actor="Rina Marlina")
    try:
        assert again.previews.preview(LetterInput(KARTU, father, {})).pages == 2
        assert [one.in_use for one in again.forms.installed()] == [True]
    finally:
        again.close()


def test_a_value_too_long_for_its_place_stops_the_letter_and_is_named(
    workspace, install, father
) -> None:
    install(pack())
    with pytest.raises(LetterError) as refused:
        issued(workspace, father, "kata " * 40)
    assert "Catatan (terlalu panjang untuk tempatnya)" in refused.value.user_message
    assert issued(workspace, father, "kata " * 8)


def test_a_newer_version_replaces_and_an_older_or_other_one_is_refused(install) -> None:
    install(pack(version=2))
    assert install(pack(version=3)).version == 3
    with pytest.raises(RuleError, match="versi 2, padahal versi 3"):
        install(pack(version=2))
    changed = definition(3).replace(b"Kartu Contoh", b"Kartu Lain")
    with pytest.raises(RuleError, match="isinya lain"):
        install(pack({"borang.toml": changed, "halaman-1.png": page_image()}))


def test_a_form_put_out_of_use_makes_no_letters_until_it_is_installed_again(
    workspace, install, father
) -> None:
    install(pack())
    before = issued(workspace, father)
    workspace.forms.remove(KARTU)
    assert [one.in_use for one in workspace.forms.installed()] == [False]
    with pytest.raises(NotFoundError):
        issued(workspace, father)
    with pytest.raises(NotFoundError):
        workspace.forms.remove(KARTU)
    assert install(pack()).in_use
    assert words(issued(workspace, father)) == words(before)


def test_what_the_office_makes_of_a_form_keeps_its_page_image(workspace, install, father) -> None:
    install(pack())
    opened = workspace.editor.open(KARTU)
    workspace.editor.publish(KARTU, opened.content)
    assert darkness(issued(workspace, father), 0) > 1
    copied = workspace.editor.begin_from(KARTU, "Kartu Kedua", "KARTU2")
    copy = workspace.editor.open(copied)
    assert darkness(workspace.editor.examine(copied, copy.content, copy.base).pdf, 0) > 1
    assert [one.in_use for one in workspace.forms.installed()] == [False]
    workspace.forms.remove(KARTU)
    assert KARTU not in workspace.context.definitions


FAULTY = {
    "no zip": b"PK\x03\x04 rusak",
    "cut off": pack()[:-40],
    "too large": b"x" * (MOST_BYTES + 1),
    "no definition": pack({"halaman-1.png": page_image()}),
    "no image": pack({"borang.toml": definition()}),
    "other image": pack({"borang.toml": definition(), "halaman-1.png": page_image("LAIN")}),
    "no picture": pack({"borang.toml": definition(image=b"GIF89a"), "halaman-1.png": b"GIF89a"}),
    "path outside": pack({"../borang.toml": definition()}),
    "absolute path": pack({"borang.toml": definition(), "/etc/halaman-1.png": page_image()}),
    "program": pack({"borang.toml": definition(), "jalan.py": b"print()"}),
    "unused": pack(
        {"borang.toml": definition(), "halaman-1.png": page_image(), "b.png": page_image()}
    ),
    "zip bomb": pack({"borang.toml": definition(), "halaman-1.png": bytes(50_000_000)}),
    "no form": pack({"borang.toml": b'[surat]\nid = "a"\nversi = 1\n'}),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_faulty_pack_is_refused_in_a_sentence_and_changes_nothing(
    workspace, install, fault
) -> None:
    with pytest.raises(NagariError) as refused:
        install(FAULTY[fault])
    assert isinstance(refused.value, DefinitionError)
    assert "tidak berubah" in refused.value.user_message
    assert workspace.forms.installed() == ()
    assert KARTU not in workspace.context.definitions


def test_a_pack_that_is_not_there_is_told(workspace, tmp_path) -> None:
    with pytest.raises(InputError, match=r"hilang\.borang tidak dapat dibaca"):
        workspace.forms.install(tmp_path / "hilang.borang")
