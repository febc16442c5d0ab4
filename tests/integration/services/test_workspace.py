"""An office is made whole or not at all, and is never made over another."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from nagari_kit.domain.names import PersonName
from nagari_kit.errors import (
    AccessDeniedError,
    ConflictError,
    InputError,
    NotFoundError,
    StorageCorruptError,
)
from nagari_kit.infra.files import sync_folder
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services import office_folder
from nagari_kit.services.office_folder import office_exists, staging_of
from nagari_kit.services.workspace import create_workspace, open_workspace
from tests.integration.services.sample_office import PASSPHRASE, officers, profile


def test_a_new_office_opens_with_its_passphrase_alone(tmp_path, clock):
    paths = OfficePaths(tmp_path / "kantor")
    assert not office_exists(paths)

    create_workspace(paths, PASSPHRASE, profile(), clock=clock).close()

    assert office_exists(paths)


def test_the_disk_has_the_data_before_the_key_that_makes_an_office_of_it(
    tmp_path, clock, monkeypatch
):
    paths = OfficePaths(tmp_path / "kantor")
    seen = []

    def watched(folder):
        sync_folder(folder)
        seen.append((folder, paths.database.exists(), paths.key_slots.exists()))

    monkeypatch.setattr(office_folder, "sync_folder", watched)
    create_workspace(paths, PASSPHRASE, profile(), clock=clock).close()

    assert seen == [(paths.data_dir, True, False), (paths.data_dir, True, True)]
    assert not staging_of(paths).data_dir.exists()
    with pytest.raises(AccessDeniedError):
        open_workspace(paths, PASSPHRASE + "?", clock=clock)
    opened = open_workspace(paths, PASSPHRASE, clock=clock)
    assert opened.office.profile() == profile()
    assert opened.verify_log() == 1
    opened.close()


def test_no_office_is_made_over_another(paths, clock):
    before = paths.database.read_bytes()

    with pytest.raises(ConflictError):
        create_workspace(paths, "kata sandi lain", profile(), clock=clock)

    assert paths.database.read_bytes() == before


def test_a_refused_office_leaves_nothing_behind(tmp_path, clock):
    paths = OfficePaths(tmp_path / "kantor")

    with pytest.raises(InputError) as refusal:
        create_workspace(paths, "pendek", profile(), clock=clock)

    assert "passphrase" in refusal.value.fields
    assert not office_exists(paths)
    with pytest.raises(NotFoundError):
        open_workspace(paths, PASSPHRASE, clock=clock)


@pytest.mark.parametrize("step", ["nothing moved", "database moved", "device moved"])
def test_a_power_cut_while_an_office_is_made_leaves_one_that_opens_or_none(
    tmp_path, clock, step, monkeypatch
):
    paths = OfficePaths(tmp_path / "kantor")
    made = staging_of(paths)
    monkeypatch.setattr("nagari_kit.services.workspace.move_in", lambda _paths: _cut())
    monkeypatch.setattr("nagari_kit.services.workspace.clear_staging", lambda _paths: None)
    with pytest.raises(KeyboardInterrupt):
        create_workspace(paths, PASSPHRASE, profile(), clock=clock)
    monkeypatch.undo()
    if step != "nothing moved":
        made.database.replace(paths.database)
    if step == "device moved":
        made.device_dir.replace(paths.device_dir)

    if office_exists(paths):
        workspace = open_workspace(paths, PASSPHRASE, clock=clock)
    else:
        assert step == "nothing moved"
        workspace = create_workspace(paths, PASSPHRASE, profile(), clock=clock)
    assert workspace.office.profile() == profile()
    assert workspace.context.device.load().public.device_id
    workspace.close()


def _cut() -> None:
    raise KeyboardInterrupt


def test_an_emptied_file_of_an_office_is_told_and_not_begun_anew(tmp_path, clock):
    paths = OfficePaths(tmp_path / "baru")
    create_workspace(paths, PASSPHRASE, profile(), clock=clock).close()
    paths.database.write_bytes(b"")

    with pytest.raises(StorageCorruptError):
        open_workspace(paths, PASSPHRASE, clock=clock)

    assert paths.database.read_bytes() == b""


@pytest.mark.parametrize(("lost", "name"), [("key_slots", "kunci.json"), ("database", "nagari.db")])
def test_half_an_office_is_told_at_once_and_not_begun_anew(paths, clock, lost, name):
    getattr(paths, lost).unlink()
    rest = {one: one.read_bytes() for one in paths.data_dir.iterdir() if one.is_file()}

    for attempt in (office_exists, lambda where: open_workspace(where, PASSPHRASE, clock=clock)):
        with pytest.raises(NotFoundError) as refusal:
            attempt(paths)
        assert name in refusal.value.user_message
        assert "tidak diubah" in refusal.value.user_message
        assert "cadangan" in refusal.value.hint
    assert {one: one.read_bytes() for one in paths.data_dir.iterdir() if one.is_file()} == rest


def test_two_makings_of_one_folder_leave_one_office_that_opens(tmp_path, clock):
    paths = OfficePaths(tmp_path / "bersama")
    told = []

    def make(passphrase):
        try:
            create_workspace(paths, passphrase, profile(), clock=clock).close()
        except ConflictError as refusal:
            return refusal.code
        told.append(passphrase)
        return ""

    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(make, [f"kata sandi nomor {n}" for n in range(4)]))

    assert len(told) == 1
    assert set(codes) <= {"", "KANTOR-01", "KANTOR-02"}
    open_workspace(paths, told[0], clock=clock).close()


def test_an_office_and_its_head_are_made_in_one_go_or_not_at_all(tmp_path, clock):
    paths = OfficePaths(tmp_path / "kepala")
    nobody = replace(officers()[0], name=PersonName("12345"))
    with pytest.raises(InputError) as refusal:
        create_workspace(paths, PASSPHRASE, profile(), clock=clock, officers=(nobody,))
    assert "huruf" in refusal.value.fields["name"]
    assert not office_exists(paths)


def test_what_a_killed_export_left_is_gone_when_the_office_is_opened(paths, clock):
    left = paths.data_dir / "sementara-ekspor" / "abc"
    left.mkdir(parents=True)
    (left / "tmp1.xml").write_text("NIK")
    long_ago = time.time() - 2 * 3600
    os.utime(left, (long_ago, long_ago))

    open_workspace(paths, PASSPHRASE, clock=clock).close()

    assert not left.exists()
