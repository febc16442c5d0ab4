"""nagari-hub: several commands on one hub at once, and clear refusals."""

from __future__ import annotations

import json
import socket
import subprocess
import sys

import pytest

from nagari_kit.hub.server import _bound
from nagari_kit.services.demonstration.hub_process import HubProcess

pytestmark = pytest.mark.hub


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nagari_kit.hub", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_told_in_a_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--data-dir", str(tmp_path / "hub"), "--listen", f"127.0.0.1:{port}")

    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert json.loads(done.stdout)["error"]["code"] == "HUB-02"
    assert "Traceback" not in done.stderr


def test_answers_are_not_held_back_by_nagles_delay():
    with _bound("127.0.0.1", 0) as listening:
        # What asyncio looks at before it sets TCP_NODELAY; without it each answer takes 40 ms.
        assert listening.proto == socket.IPPROTO_TCP


def test_a_database_that_is_not_there_is_told_in_a_sentence(tmp_path):
    url = "postgresql://127.0.0.1:1/tidak_ada?connect_timeout=2"
    done = run("stats", "--data-dir", str(tmp_path / "hub"), "--database", url, "--json")

    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "HUB-03"
    assert "Traceback" not in done.stderr


def test_a_wrong_command_is_told_in_indonesian():
    done = run("layani")

    assert done.returncode == 2
    assert "pemakaian" in done.stderr


def test_a_hub_that_was_stopped_leaves_no_server_and_keeps_its_data(tmp_path):
    folder = tmp_path / "hub"
    with HubProcess(folder) as hub:
        hub.run("tickets", "create", "--office", "13.06.99.2001")
        assert hub.run("stats")["offices"] == 1
        assert hub.run("devices", "list")["devices"] == []
    assert not (folder / "postgres" / "postmaster.pid").exists()

    with HubProcess(folder) as again:
        assert again.run("stats")["offices"] == 1
