"""A finished office, made once per session and copied for every test."""

from __future__ import annotations

import shutil

import pytest

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.letters import LetterInput
from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import create_workspace, open_workspace
from tests.integration.services.sample_office import (
    CHILD,
    FATHER,
    MORNING,
    PASSPHRASE,
    SKU,
    fill,
    profile,
)


@pytest.fixture(scope="session")
def template(tmp_path_factory) -> OfficePaths:
    paths = OfficePaths(tmp_path_factory.mktemp("kantor") / "data")
    clock = FixedClock(MORNING)
    workspace = create_workspace(paths, PASSPHRASE, profile(), clock=clock, actor="Rina Marlina")
    try:
        fill(workspace)
    finally:
        workspace.close()
    return paths


@pytest.fixture
def paths(template, tmp_path) -> OfficePaths:
    shutil.copytree(template.data_dir, tmp_path / "kantor")
    return OfficePaths(tmp_path / "kantor")


@pytest.fixture
def workspace(paths, clock):
    opened = open_workspace(paths, PASSPHRASE, clock=clock, actor="Rina Marlina")
    yield opened
    opened.close()


@pytest.fixture
def father(workspace) -> ResidentId:
    return workspace.residents.find_by_nik(FATHER).id


@pytest.fixture
def child(workspace) -> ResidentId:
    return workspace.residents.find_by_nik(CHILD).id


@pytest.fixture
def sku(father) -> LetterInput:
    return LetterInput("sku", father, SKU)
