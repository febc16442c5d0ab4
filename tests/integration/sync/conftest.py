"""An office and a hub that talk over real TLS on the loopback."""

from __future__ import annotations

import pytest

from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration.hub_process import HubProcess
from nagari_kit.services.workspace import create_workspace
from tests.integration.services.sample_office import PASSPHRASE, fill, profile

OFFICE = "13.06.99.2001"


@pytest.fixture(scope="session")
def hub(tmp_path_factory):
    with HubProcess(tmp_path_factory.mktemp("provinsi") / "hub") as process:
        yield process


@pytest.fixture
def workspace(tmp_path, clock):
    workspace = create_workspace(
        OfficePaths(tmp_path / "kantor"), PASSPHRASE, profile(), clock=clock, actor="Rina"
    )
    fill(workspace)
    yield workspace
    workspace.close()


def ticket_of(hub, *words: str) -> str:
    return hub.run("tickets", "create", "--office", OFFICE, *words)["ticket"]


def enrolled(workspace, hub):
    return workspace.sync.enrol(hub.url, hub.ca, ticket_of(hub, "--auto-approve"))
