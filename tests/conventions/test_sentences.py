"""Whatever is said to a person is said in both languages, each in its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEAKERS = {
    "Sentence": (0, 1),
    "Says": (0, 1),
    "tr": (0, 1),
    "bad_input": (1, 2),
    "wrong_state": (0, 1),
    "not_found": (0, 1),
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
FILLED_IN = "\0"
ABBREVIATION = 12  # letters; names such as "OpenID" stay as they are in Chinese
LATIN = re.compile(r"[A-Za-z]")


def text_of(node: ast.expr) -> str | None:
    """The words of a literal, the fixed ones of an f-string with a mark for what is filled in; None where computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else FILLED_IN for part in node.values
        )
    return None


def said(path: Path) -> Iterator[tuple[int, str, str]]:
    """Every pair of a Chinese and an English text in a file, with its line."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SPEAKERS):
            continue
        named = {word.arg: word.value for word in call.keywords}
        zh, en = SPEAKERS[call.func.id]
        pair = [named.get("zh") or call.args[zh : zh + 1], named.get("en") or call.args[en : en + 1]]
        texts = [text_of(each[0] if isinstance(each, list) else each) if each else None for each in pair]
        if texts[0] is not None and texts[1] is not None:
            yield call.lineno, texts[0], texts[1]


FILES = sorted(path for path in (ROOT / "src/coretech").rglob("*.py") if "migrations" not in path.parts)
CALLS = re.compile(rf"\b({'|'.join(SPEAKERS)})\(")


def test_there_are_sentences_to_look_at() -> None:
    assert sum(1 for path in FILES for _ in said(path)) > 200


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if CALLS.search(path.read_text(encoding="utf-8"))],
    ids=lambda path: str(path.relative_to(ROOT / "src")),
)
def test_each_language_is_written_in_its_own_script(path: Path) -> None:
    wrong = [
        f"line {line}: {zh!r} / {en!r}"
        for line, zh, en in said(path)
        if CHINESE.search(en)
        or not (CHINESE.search(zh) or FILLED_IN in zh or len(LATIN.findall(en)) <= ABBREVIATION)
    ]

    assert wrong == []
