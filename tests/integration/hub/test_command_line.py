"""nagari-hub: several commands on one hub at once, and clear refusals."""

from __future__ import annotations

import errno
import json
import socket
import subprocess
import sys

import pytest
from cryptography import x509

from nagari_kit.errors import HubError
from nagari_kit.hub.hub_keys import open_hub_keys
from nagari_kit.hub.server import _address, _bound, _cannot_listen
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


@pytest.mark.parametrize(
    ("listen", "code", "words"),
    [
        # An address kept for documentation (RFC 5737): no PC has it.
        ("192.0.2.1:0", "HUB-07", "bukan milik komputer ini"),
        ("tidak.ada.invalid:0", "HUB-07", "tidak dikenal"),
        ("127.0.0.1:²", "HUB-06", "tidak dapat dipakai"),
        ("127.0.0.1:\udcff", "HUB-06", "tidak dapat dipakai"),
    ],
)
def test_an_address_that_cannot_be_had_is_told_for_what_it_is(tmp_path, listen, code, words):
    done = run("serve", "--data-dir", str(tmp_path / "hub"), "--listen", listen)

    assert done.returncode == 1
    assert words in done.stderr
    assert "dipakai program lain" not in done.stderr
    assert json.loads(done.stdout)["error"]["code"] == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "listen", ["8443", ":8443", "[]:8443", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "é:0"]
)
def test_what_is_no_address_is_refused(listen):
    with pytest.raises(HubError) as refusal:
        _address(listen)
    assert refusal.value.code == "HUB-06"


def test_addresses_of_both_families_are_read():
    assert _address("[::1]:8443") == ("::1", 8443)
    assert _address("localhost:0") == ("localhost", 0)


def test_a_port_that_this_user_may_not_open_is_told_for_what_it_is():
    refusal = _cannot_listen("127.0.0.1", 80, PermissionError(errno.EACCES, "no"))

    assert refusal.code == "HUB-08"
    assert "1024" in (refusal.hint or "")


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


@pytest.mark.parametrize("address", ["sampah", "postgresql://u:rahasia@[::1", "postgresql://h:x/d"])
def test_an_address_that_nobody_can_read_is_told_without_the_password_in_it(tmp_path, address):
    found = run("stats", "--data-dir", str(tmp_path), "--database", address, "--json")
    assert found.returncode == 1
    assert json.loads(found.stdout)["error"]["code"] == "HUB-03"
    assert "Traceback" not in found.stderr
    assert "rahasia" not in found.stderr + found.stdout


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


def test_the_names_that_offices_use_stand_in_the_certificate(tmp_path):
    keys = open_hub_keys(tmp_path / "hub")
    names = ["hub.contoh.example", "10.20.30.40"]
    certificate = x509.load_pem_x509_certificate(
        keys.write_server_certificate(names)[0].read_bytes()
    )

    known = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert {"localhost", names[0]} <= set(known.get_values_for_type(x509.DNSName))
    assert names[1] in {str(one) for one in known.get_values_for_type(x509.IPAddress)}
