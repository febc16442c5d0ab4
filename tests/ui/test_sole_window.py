"""A second window of one office is told where the first one is; a crashed one blocks nobody."""

from __future__ import annotations

import subprocess
import sys

import pytest

from nagari_kit.errors import ConflictError
from nagari_kit.ui.sole_window import SoleWindow

HOLD_AND_DIE = """
import os, sys
from pathlib import Path
from nagari_kit.ui.sole_window import SoleWindow
SoleWindow(Path(sys.argv[1])).take()
os._exit(9)
"""


def test_a_second_window_of_the_same_office_is_refused_until_the_first_is_closed(tmp_path) -> None:
    first, second = SoleWindow(tmp_path / "kantor"), SoleWindow(tmp_path / "kantor")
    first.take()

    with pytest.raises(ConflictError) as refused:
        second.take()
    assert "sudah terbuka" in refused.value.user_message

    first.release()
    second.take()
    second.release()


def test_windows_of_two_offices_do_not_disturb_each_other(tmp_path) -> None:
    one, other = SoleWindow(tmp_path / "kantor"), SoleWindow(tmp_path / "kantor-lain")
    one.take()
    other.take()
    one.release()
    other.release()


def test_a_window_that_crashed_blocks_nobody(tmp_path) -> None:
    subprocess.run(
        [sys.executable, "-c", HOLD_AND_DIE, str(tmp_path / "kantor")], check=False, timeout=60
    )

    again = SoleWindow(tmp_path / "kantor")
    again.take()
    again.release()


def test_the_data_folder_itself_stays_as_it_was(tmp_path) -> None:
    window = SoleWindow(tmp_path / "kantor")
    window.take()

    assert not (tmp_path / "kantor").exists()
    window.release()
