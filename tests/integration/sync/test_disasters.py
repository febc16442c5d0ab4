"""Killed hubs, restored hubs and cloned offices: nothing is lost, nothing is there twice."""

from __future__ import annotations

import contextlib
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.letters import LetterInput
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import NotFoundError, OfflineError
from nagari_kit.hub.embedded_postgres import EmbeddedPostgres
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration.hub_process import HubProcess
from nagari_kit.services.workspace import open_workspace
from tests.integration.services.sample_office import FATHER, PASSPHRASE, SKU
from tests.integration.sync.conftest import enrolled

pytestmark = pytest.mark.hub


def issue(workspace):
    father = workspace.residents.find_by_nik(FATHER)
    return workspace.issuing.issue(LetterInput("sku", father.id, SKU))


@contextlib.contextmanager
def database_of(hub):
    with EmbeddedPostgres(hub._folder) as server, psycopg.connect(server.url) as connection:
        yield connection


def wait_for(connection, query: str) -> None:
    limit = time.monotonic() + 30
    while connection.execute(query).fetchone()[0] == 0:
        assert time.monotonic() < limit, query


def test_a_hub_killed_between_storing_and_applying_applies_once_after_its_restart(
    workspace, tmp_path
):
    folder = tmp_path / "provinsi"
    with ThreadPoolExecutor(1) as pool, HubProcess(folder) as first:
        enrolled(workspace, first)
        address = urlsplit(first.url).netloc
        with database_of(first) as barrier:
            # Readers pass, whoever wants to write an event waits: stored, and not yet applied.
            barrier.execute("LOCK TABLE event IN SHARE MODE")
            run = pool.submit(workspace.sync.sync_now)
            wait_for(barrier, "SELECT count(*) FROM receipt WHERE level = 'stored'")
            first._process.kill()
            first._process.wait()
            with pytest.raises(OfflineError):
                run.result()
            assert barrier.execute("SELECT count(*) FROM event").fetchone() == (0,)

    with HubProcess(folder, listen=address) as again:
        log = workspace.verify_log()
        assert again.run("stats")["events"] == log
        assert workspace.sync.status().applied == 0

        assert workspace.sync.sync_now().applied == log

        stats = again.run("stats")
        assert (stats["events"], stats["containers"], stats["applied_receipts"]) == (log, 1, 1)


def test_a_hub_restored_from_an_older_day_gets_everything_back(workspace, hub):
    enrolled(workspace, hub)
    workspace.sync.sync_now()
    with database_of(hub) as connection:
        connection.execute("TRUNCATE event, receipt, container, quarantine, letter, resident")
        connection.commit()
    issue(workspace)

    status = workspace.sync.sync_now()

    assert status.applied == workspace.verify_log()
    stats = hub.run("stats")
    assert (stats["events"], stats["letters"], stats["residents"]) == (status.applied, 1, 5)


def test_a_cloned_office_overwrites_nobody_and_goes_its_own_way(workspace, hub, tmp_path, clock):
    enrolled(workspace, hub)
    workspace.sync.sync_now()
    twin_paths = OfficePaths(tmp_path / "salinan")
    shutil.copytree(workspace.paths.data_dir, twin_paths.data_dir)
    twin = open_workspace(twin_paths, PASSPHRASE, clock=clock, actor="Rina")
    before = hub.run("stats")
    try:
        issue(workspace)
        issue(twin)
        workspace.sync.sync_now()
        own_life = twin.sync.sync_now()
        assert (own_life.waiting, own_life.sent, own_life.stored) == (0, 0, 0)
        issue(twin)
        twin.sync.sync_now()
        after = hub.run("stats")
        history = twin.sync.history(10)
    finally:
        twin.close()

    assert after["events"] - before["events"] == 3
    assert after["letters"] - before["letters"] == 3
    assert after["forks"] - before["forks"] == 1
    assert any("salinan" in run.detail for run in history)


def test_another_hub_gets_everything_from_the_first_event_on(workspace, hub, tmp_path):
    enrolled(workspace, hub)
    first = workspace.sync.sync_now()

    with HubProcess(tmp_path / "hub-lain") as other:
        enrolled(workspace, other)
        moved = workspace.sync.status()
        second = workspace.sync.sync_now()
        there = other.run("stats")

    assert (moved.waiting, moved.applied) == (first.applied, 0)
    assert (second.applied, second.waiting, second.stored) == (first.applied, 0, 0)
    assert (there["events"], there["quarantined"]) == (first.applied, 0)


def test_a_pc_whose_keys_are_lost_enrols_again_and_delivers_what_comes_after(workspace, hub):
    enrolled(workspace, hub)
    before = workspace.sync.sync_now().applied
    shutil.rmtree(workspace.paths.device_dir)
    with pytest.raises(NotFoundError) as refusal:
        workspace.sync.sync_now()
    assert refusal.value.code == "KUNCI-05"

    standing = enrolled(workspace, hub)
    workspace.office.save_jorong(Jorong(JorongId(uuid4()), "Balai Ahad"))
    after = workspace.sync.sync_now()

    assert standing.state == "approved"
    assert (after.applied, after.waiting, after.stored) == (before + 1, 0, 0)
    assert workspace.verify_log() == before + 1
