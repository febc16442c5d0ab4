"""Small files stay readable: the limits on modules, classes, methods and signals."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE_LINES = 400
TEST_MODULE_LINES = 500
CLASS_LINES = 300
CLASS_METHODS = 20
CLASS_SIGNALS = 8
MAIN_WINDOW_LINES = 250

SOURCES = sorted((ROOT / "nagari_kit").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def _relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _classes(path: Path) -> list[ast.ClassDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def _method_count(node: ast.ClassDef) -> int:
    methods = (ast.FunctionDef, ast.AsyncFunctionDef)
    overrides = {"override"}
    own = [
        child
        for child in node.body
        if isinstance(child, methods)
        and not any(isinstance(d, ast.Name) and d.id in overrides for d in child.decorator_list)
    ]
    return len(own)


def _signal_count(node: ast.ClassDef) -> int:
    return sum(
        isinstance(child, ast.Assign)
        and isinstance(child.value, ast.Call)
        and getattr(child.value.func, "id", "") == "Signal"
        for child in node.body
    )


@pytest.mark.parametrize("path", SOURCES, ids=_relative)
def test_a_module_fits_on_a_few_pages(path: Path) -> None:
    limit = MAIN_WINDOW_LINES if path.name == "main_window.py" else MODULE_LINES
    assert _line_count(path) <= limit


@pytest.mark.parametrize("path", TESTS, ids=_relative)
def test_a_test_module_fits_on_a_few_pages(path: Path) -> None:
    assert _line_count(path) <= TEST_MODULE_LINES


@pytest.mark.parametrize("path", SOURCES, ids=_relative)
def test_a_class_has_one_reason_to_exist(path: Path) -> None:
    for node in _classes(path):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        assert lines <= CLASS_LINES, f"{node.name}: {lines} lines"
        assert _method_count(node) <= CLASS_METHODS, f"{node.name}: {_method_count(node)} methods"
        assert _signal_count(node) <= CLASS_SIGNALS, f"{node.name}: {_signal_count(node)} signals"
