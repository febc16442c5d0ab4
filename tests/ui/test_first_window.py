"""What the log-in of an office may load before it is painted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_START = """
import sys
from nagari_kit.__main__ import main
loaded = []
code = main(["--data-dir", sys.argv[1]], after_first_paint=lambda: loaded.extend(sys.modules))
print("\\n".join(loaded))
sys.exit(code)
"""
_LATER = ("nagari_kit.db", "nagari_kit.documents", "nagari_kit.domain.office", "sqlalchemy", "uuid")


def test_the_first_window_is_painted_before_anything_of_an_office_is_loaded(
    tmp_path: Path,
) -> None:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_LOGGING_RULES": "*=false"}
    done = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path / "kantor")],
        check=True,
        env=environment,
        capture_output=True,
        text=True,
    )
    loaded = done.stdout.split()
    assert "nagari_kit.app" in loaded
    assert [name for name in loaded if name.startswith(_LATER)] == []
