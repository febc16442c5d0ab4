"""Letter types of an office: the shipped ones, its own over them, nothing lost by a faulty one."""

from __future__ import annotations

from pathlib import Path

import pytest

from nagari_kit.documents.definition_library import DefinitionLibrary, OwnSource
from nagari_kit.errors import DefinitionError
from nagari_kit.infra.paths import resource_path

FOLDER = resource_path("letters")
SHIPPED = (FOLDER / "sktm.toml").read_bytes()
OWN = SHIPPED.replace(b"Surat Keterangan Tidak Mampu", b"Surat Keterangan Kurang Mampu")


def test_the_offices_own_stands_before_the_shipped_one_until_it_is_given_up():
    library = DefinitionLibrary(FOLDER, {"sktm": OwnSource(OWN, "lokal")})

    assert library["sktm"].title == "Surat Keterangan Kurang Mampu"
    assert library["sktm"].origin == "lokal"
    assert library.shipped("sktm").title == "Surat Keterangan Tidak Mampu"
    assert library.source("sktm") == OWN

    library.put("sktm", None)
    assert library["sktm"].origin == "bawaan"
    assert library.source("sktm") == SHIPPED


def test_a_type_that_only_the_office_has_is_in_the_list():
    own = OWN.replace(b'id = "sktm"', b'id = "kurang_mampu"')
    library = DefinitionLibrary(FOLDER, {"kurang_mampu": OwnSource(own, "lokal")})

    assert "kurang_mampu" in set(library)
    assert len(library) == len(list(FOLDER.glob("*.toml"))) + 1
    assert library.shipped_source("kurang_mampu") is None


def test_a_faulty_one_of_the_offices_own_gives_way_and_says_why():
    library = DefinitionLibrary(
        FOLDER, {"sktm": OwnSource(b"[surat]\n", "lokal"), "lain": OwnSource(b"[", "lokal")}
    )

    assert library["sktm"].origin == "bawaan"
    assert library.source("sktm") == SHIPPED
    assert "lain" not in set(library)
    assert set(library.faults) == {"sktm", "lain"}
    with pytest.raises(KeyError):
        library["lain"]

    library.put("sktm", OwnSource(OWN, "lokal"))
    assert library["sktm"].origin == "lokal"


def test_a_program_without_letters_is_not_whole(tmp_path: Path):
    with pytest.raises(DefinitionError) as refused:
        DefinitionLibrary(tmp_path)
    assert "Jenis surat tidak ditemukan" in refused.value.user_message
