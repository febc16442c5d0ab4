"""A file is replaced whole, for this user alone, or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from nagari_kit.errors import StorageError
from nagari_kit.infra.files import make_private_dir, write_atomically


def test_a_replaced_file_is_private_and_leaves_nothing_beside_it(tmp_path):
    target = tmp_path / "dalam" / "kunci.json"
    write_atomically(target, b"lama")
    write_atomically(target, b"baru")

    assert target.read_bytes() == b"baru"
    assert [path.name for path in target.parent.iterdir()] == ["kunci.json"]
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0
        assert target.parent.stat().st_mode & 0o077 == 0


def test_content_and_name_are_on_the_disk_before_the_call_returns(tmp_path, monkeypatch):
    synced: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_atomically(tmp_path / "kunci.json", b"baru")

    assert synced == (["file", "folder"] if os.name == "posix" else ["file"])


def test_a_refused_write_keeps_the_old_file_and_says_so(tmp_path):
    blocked = tmp_path / "berkas"
    blocked.write_bytes(b"bukan folder")

    with pytest.raises(StorageError) as refusal:
        write_atomically(blocked / "kunci.json", b"baru")

    assert "tidak hilang" in refusal.value.user_message
    assert blocked.read_bytes() == b"bukan folder"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_every_folder_that_is_made_is_private_and_the_others_stay_as_they_are(tmp_path):
    there = tmp_path / "Dokumen"
    there.mkdir(mode=0o755)
    there.chmod(0o755)
    make_private_dir(there / "nagari" / "data" / "log")

    made = [there / "nagari", there / "nagari" / "data", there / "nagari" / "data" / "log"]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in made] == [0o700] * 3
    assert stat.S_IMODE(there.stat().st_mode) == 0o755
