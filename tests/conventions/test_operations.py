"""Every operation is one file, asks before it acts, and writes one act."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    path for path in (ROOT / "src/coretech/apps").glob("*/operations/*.py") if path.name != "__init__.py"
)


def functions(path: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def calls(node: ast.AST) -> list[str]:
    return [
        call.func.id
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    ]


def test_there_are_operations_to_look_at() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_a_file_holds_the_one_operation_it_is_named_after(path: Path) -> None:
    found = functions(path)
    operations = [
        name
        for name, node in found.items()
        if any(isinstance(mark, ast.Name) and mark.id == "operation" for mark in node.decorator_list)
    ]

    assert operations == [path.stem]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_an_operation_asks_first_and_records_its_act_last(path: Path) -> None:
    node = functions(path)[path.stem]
    called = calls(node)

    assert called.count("record") == 1
    assert {"check", "allow"} & set(called)
    assert ast.unparse(node.returns) == "Act" if node.returns else False


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_whoever_acts_is_the_first_argument_of_every_operation(path: Path) -> None:
    first = functions(path)[path.stem].args.args[0]

    assert first.arg == "by"
    assert first.annotation is not None
    assert ast.unparse(first.annotation) == "Acting"
