"""The log may be read by support: no number of a person, no stranger, no endless growth."""

from __future__ import annotations

import logging
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.infra.logging_setup import FILE_BYTES, FILES, LOG_NAME, redacted, set_up_logging

LOG = logging.getLogger("nagari_kit.test")


@pytest.fixture
def folder(tmp_path):
    level = logging.getLogger().level
    handler = set_up_logging(tmp_path / "log")
    yield tmp_path / "log"
    logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(level)
    handler.close()


def test_a_nik_never_reaches_the_file_by_message_argument_or_traceback(folder):
    LOG.warning("found 1306991705800001 and %s", "1306 9945 0982 0003")
    try:
        int("NIK 1306993112990007")
    except ValueError:
        LOG.exception("import of row 12 failed")

    text = (folder / LOG_NAME).read_text("utf-8")
    assert "row 12" in text
    assert "ValueError" in text
    assert "'NIK [nomor]'" in text
    for part in ("170580", "0982", "311299"):
        assert part not in text


@given(st.text(alphabet="0123456789 .-abc:", max_size=60))
def test_no_run_of_sixteen_digits_survives(text):
    run = 0
    for character in redacted(text):
        run = run + 1 if character.isdigit() else 0
        assert run < 16


def test_times_and_counts_stay_readable():
    line = "2026-11-24 10:13:17,123 INFO 50000 rows in 3.2 s, schema 0001"
    assert redacted(line) == line


def test_the_log_keeps_five_private_files_and_no_more(folder):
    for number in range(FILES * FILE_BYTES // 900 + 3000):
        LOG.info("%d %s", number, "x" * 900)

    files = list(folder.iterdir())
    assert len(files) == FILES
    assert all(path.stat().st_size <= FILE_BYTES for path in files)
    if os.name == "posix":
        assert all(path.stat().st_mode & 0o077 == 0 for path in files)


def test_a_second_office_gets_the_log_for_itself(folder, tmp_path):
    handler = set_up_logging(tmp_path / "lain")
    LOG.info("after the move")

    assert "after the move" in (tmp_path / "lain" / LOG_NAME).read_text("utf-8")
    assert "after the move" not in (folder / LOG_NAME).read_text("utf-8")
    logging.getLogger().removeHandler(handler)
    handler.close()
