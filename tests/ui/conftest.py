"""Offices for the tests of the window: made once a session, copied for each test."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration import (
    DEMONSTRATION_ACTOR,
    DEMONSTRATION_PASSPHRASE,
    demonstration_officers,
    demonstration_profile,
    prepare_demonstration,
)
from nagari_kit.services.workspace import Workspace, create_workspace, open_workspace
from nagari_kit.ui.style.sheet import apply_style
from nagari_kit.ui.style.tokens import LIGHT
from tests.ui.desk_shell import DeskShell

RESIDENTS = 240
MORNING = datetime(2026, 11, 24, 2, 41, tzinfo=UTC)


@pytest.fixture(autouse=True)
def styled(request, qapp) -> None:
    """Every test sees the window as the officer does."""
    if qapp.property("styled") is None:
        apply_style(qapp, LIGHT)
        qapp.setProperty("styled", "light")


@pytest.fixture
def restyled(qapp) -> Iterator[Callable[..., None]]:
    """Put the light theme back when a test has changed it."""
    yield lambda theme, scale=1.0: apply_style(qapp, theme, scale)
    apply_style(qapp, LIGHT)


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp) -> Iterator[None]:
    """No window stays open after a test."""
    yield
    left = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for widget in left:
        widget.hide()
    assert not left


@pytest.fixture(scope="session")
def office_template(tmp_path_factory) -> Path:
    """An office with its officers, and nobody and nothing else."""
    folder = tmp_path_factory.mktemp("kantor") / "data"
    workspace = create_workspace(
        OfficePaths(folder),
        DEMONSTRATION_PASSPHRASE,
        demonstration_profile(),
        clock=FixedClock(MORNING),
        actor=DEMONSTRATION_ACTOR,
    )
    for officer in demonstration_officers():
        workspace.office.save_officer(officer)
    workspace.close()
    return folder


@pytest.fixture(scope="session")
def demonstration_template(tmp_path_factory) -> Path:
    """The demonstration nagari: people, letters of the last days, a draft."""
    folder = tmp_path_factory.mktemp("contoh") / "data"
    prepare_demonstration(folder, clock=FixedClock(MORNING), residents=RESIDENTS)
    return folder


@pytest.fixture
def passphrase() -> str:
    """Opens the offices of these tests."""
    return DEMONSTRATION_PASSPHRASE


@pytest.fixture
def office_paths(office_template, tmp_path) -> OfficePaths:
    """A closed office of this test alone."""
    return OfficePaths(_copy(office_template, tmp_path))


@pytest.fixture
def demonstration_paths(demonstration_template, tmp_path) -> OfficePaths:
    """A closed demonstration of this test alone."""
    return OfficePaths(_copy(demonstration_template, tmp_path))


@pytest.fixture
def shell(qapp, office_paths, clock) -> Iterator[DeskShell]:
    """An open office with officers and no residents."""
    yield from _at_the_desk(office_paths, clock)


@pytest.fixture
def demonstration_shell(qapp, demonstration_paths, clock) -> Iterator[DeskShell]:
    """The open demonstration nagari."""
    yield from _at_the_desk(demonstration_paths, clock)


def _at_the_desk(paths: OfficePaths, clock: FixedClock) -> Iterator[DeskShell]:
    workspace = open_desk(paths, clock)
    desk = DeskShell(workspace)
    yield desk
    QApplication.processEvents()
    workspace.close()
    gc.collect()


def open_desk(paths: OfficePaths, clock: FixedClock) -> Workspace:
    """Open an office as its officer does."""
    return open_workspace(paths, DEMONSTRATION_PASSPHRASE, clock=clock, actor=DEMONSTRATION_ACTOR)


def _copy(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "kantor"))
