"""What mutmut made of each mutant of the law, and which survivors change nothing that is ruled."""

import ast
import difflib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LAW = Path("src") / "coretech" / "law"
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
KILLED = (1, 3)  # pytest's exit codes for a failed test and for an error
UNTRIED = (None, 34)  # mutmut's marks for what a pattern left out or a comment excludes


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one function.

    Attributes:
        name: as mutmut calls it.
        module: the file in the law, such as ``meeting/quorum.py``.
        function: the function's name, after its class's where it has one.
        change: the lines it adds, joined; empty where it only takes lines away.
        survived: whether no test noticed.
    """

    name: str
    module: str
    function: str
    change: str
    survived: bool


def mutants(room: Path) -> Iterator[Mutant]:
    """Every mutant that was tried in a room, module by module."""
    law = room / "mutants" / LAW
    for results in sorted(law.rglob("*.py.meta")):
        source = results.with_suffix("")
        functions = _functions(source)
        for name, code in json.loads(results.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            if code not in UNTRIED:
                short = name.rpartition(".")[2]
                original, _, _ = short.rpartition("__mutmut_")
                yield Mutant(
                    name,
                    source.relative_to(law).as_posix(),
                    _spelled(original),
                    _change(functions[f"{original}__mutmut_orig"], functions[short]),
                    code not in KILLED,
                )


def _spelled(mangled: str) -> str:
    """``x_rule`` is the function ``rule``, ``xǁFactsǁcheck`` the method ``Facts.check``."""
    return ".".join(mangled.split("ǁ")[1:]) or mangled.removeprefix("x_")


def _functions(source: Path) -> dict[str, str]:
    """The original and the mutated functions mutmut wrote into a module, in one spelling."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    return {
        node.name: ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and "__mutmut_" in node.name
    }


def _change(original: str, mutated: str) -> str:
    lines = difflib.ndiff(original.splitlines()[1:], mutated.splitlines()[1:])
    return " ".join(line[2:].strip() for line in lines if line.startswith("+ "))


def excuses() -> dict[tuple[str, str], list[dict[str, str]]]:
    """The mutants that may survive, by module and function: what they change, and why no ruling changes."""
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for entry in tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["mutant"]:
        found.setdefault((entry["module"], entry["function"]), []).append(entry)
    return found


def excuse_of(mutant: Mutant) -> str | None:
    """Why a survivor changes nothing that is ruled; nothing where that is not known."""
    for entry in excuses().get((mutant.module, mutant.function), []):
        if re.search(entry["change"], mutant.change):
            return entry["why"]
    return None


def score(tried: list[Mutant]) -> Iterator[str]:
    """The score by module as a table, and under it each survivor with the reason why it may."""
    by_module = Counter((mutant.module, mutant.survived) for mutant in tried)
    yield "| module | mutants | killed | survived |"
    yield "| --- | ---: | ---: | ---: |"
    for module in dict.fromkeys(mutant.module for mutant in tried):
        killed, survived = by_module[module, False], by_module[module, True]
        yield f"| `{module}` | {killed + survived} | {killed} | {survived or ''} |"
    survivors = [mutant for mutant in tried if mutant.survived]
    killed = len(tried) - len(survivors)
    yield f"| **all** | **{len(tried)}** | **{killed}** ({killed / len(tried):.1%}) | **{len(survivors)}** |"
    yield from ("", "| survivor | why it changes no ruling |", "| --- | --- |")
    reasons = Counter((each.module, each.function, excuse_of(each) or "NOT KNOWN") for each in survivors)
    for (module, function, why), many in reasons.items():
        yield f"| `{module}` `{function}`{f' ({many})' if many > 1 else ''} | {why} |"
