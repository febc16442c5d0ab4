"""Rules of the house that a linter cannot say: one door to each outside thing, true documents."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "nagari_kit"
SOURCES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "misc"}


def _matches(pattern: str, *, outside: set[str]) -> list[str]:
    found = []
    for path in SOURCES:
        name = str(path.relative_to(PACKAGE))
        if name in outside or any(name.startswith(f"{prefix}/") for prefix in outside):
            continue
        if re.search(pattern, path.read_text(encoding="utf-8")):
            found.append(name)
    return found


def test_there_is_one_engine_factory() -> None:
    assert _matches(r"\bcreate_engine\(", outside={"db/engine.py"}) == []


def test_only_paths_knows_where_the_program_lies() -> None:
    assert _matches(r"sys\.frozen|_MEIPASS|\b__file__\b", outside={"infra/paths.py"}) == []


def test_only_the_transport_speaks_http() -> None:
    doors = r"requests|urllib3|urllib\.request|http\.client|httpx|socket"
    speaking = rf"(?m)^\s*(import|from) ({doors})\b"
    assert _matches(speaking, outside={"sync/transport.py", "hub"}) == []
    assert re.search(speaking, '"""A module."""\n\nimport requests\n')


def test_qt_stays_in_the_window() -> None:
    assert _matches(r"\bPySide6\b", outside={"ui", "app.py", "__main__.py"}) == []


def test_no_screen_subclasses_a_thread_or_spins_the_event_loop() -> None:
    assert (
        _matches(r"\(QThread\)|processEvents\(|time\.sleep\(", outside={"hub", "sync", "infra"})
        == []
    )


def test_only_the_error_presenter_builds_error_dialogs() -> None:
    assert _matches(r"\bQMessageBox\b", outside={"ui/errors.py"}) == []


def test_no_module_is_a_drawer_for_everything() -> None:
    stems = {path.stem for path in SOURCES} | {path.parent.name for path in SOURCES}
    assert stems.isdisjoint(FORBIDDEN_NAMES)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_why_it_exists(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].rstrip().endswith((".", ":", ";"))


def _documented_paths() -> list[tuple[str, str]]:
    documents = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    mention = re.compile(
        r"`((?:nagari_kit|resources|tests|tools|benchmarks|docs|installer)/[\w./-]+)`"
    )
    return [
        (str(document.relative_to(ROOT)), path)
        for document in documents
        for path in mention.findall(document.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("document", "path"), _documented_paths())
def test_a_path_named_in_the_documents_exists(document: str, path: str) -> None:
    assert (ROOT / path.rstrip("/")).exists(), f"{document} names {path}"


def test_the_readme_names_the_fonts_that_are_shipped() -> None:
    said = re.search(r"Fonts \(([\w, ]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert said is not None
    shipped = {path.stem.split("-")[0] for path in (ROOT / "resources/fonts").rglob("*.[ot]tf")}
    assert set(said[1].split(", ")) == shipped


def test_the_recipe_for_an_event_leads_to_where_its_words_stand() -> None:
    recipe = (ROOT / "docs/patterns.md").read_text(encoding="utf-8")
    named = re.search(r"Its words in `([\w./]+)`", recipe)
    assert named is not None
    words = (ROOT / named[1]).read_text(encoding="utf-8")
    built = re.findall(r'"((?:\w+)\.(?:\w+))", ', (PACKAGE / "domain/events.py").read_text("utf-8"))
    assert [kind for kind in built if f'"{kind}"' not in words] == []


def test_the_architecture_tells_of_every_lane() -> None:
    runner = (PACKAGE / "ui/jobs/runner.py").read_text(encoding="utf-8")
    lanes = ast.literal_eval(re.search(r"^_THREADS = (\{.*\})$", runner, re.MULTILINE)[1])
    counts = {2: "two", 3: "three", 4: "four"}
    architecture = (ROOT / "docs/ARCHITECTURE.md").read_text(encoding="utf-8")
    assert f"{counts[len(lanes)]} lanes" in architecture
