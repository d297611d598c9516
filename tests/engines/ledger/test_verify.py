"""The module a stranger checks proofs with: what holds passes, each fault is named, nothing changed gets through."""

import ast
import base64
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.ledger import verify
from coretech.engines.ledger.inclusion import inclusion_path
from coretech.engines.ledger.leaf import canonical, leaf_hash
from coretech.engines.ledger.ranges import Ranges
from coretech.engines.ledger.signing import (
    Signer,
    checkpoint_note,
    checkpoint_text,
)
from coretech.engines.ledger.tree import root_of
from coretech.engines.ledger.verify import ProofError, check, read_keys

ORIGIN = "list.example/log/0a1b2c3d"
SIGNER = Signer(ORIGIN, bytes(range(32)))
OTHER_KEY = Signer(ORIGIN, bytes(range(1, 33)))
OTHER_LOG = Signer("other.example/log", bytes(range(2, 34)))
ITEMS = [
    {"no": no, "version": 1, "name": f"第{no}項：“引號”與\\斜線", "damaged": no == 2} for no in range(1, 4)
]
INDEX, SIZE = 5, 11

FILE = Path(verify.__file__)


def leaf(kind: str = "register.announced", **public: object) -> bytes:
    return canonical(
        {"seq": INDEX + 1, "kind": kind, "public": {"items": ITEMS, **public}, "commitment": "00"}
    )


def proof(signer: Signer = SIGNER, said: bytes | None = None, /, **changed: object) -> dict[str, object]:
    """A proof of item 2, and whatever is changed of it."""
    own = leaf() if said is None else said
    leaves = [leaf_hash(own if at == INDEX else b"%d" % at) for at in range(SIZE)]
    path = inclusion_path(INDEX, SIZE, Ranges(lambda start, end: leaves[start:end], lambda _start, _end: ()))
    return {
        "format": "coretech-proof",
        "version": 1,
        "item": ITEMS[1],
        "leaf": own.decode(),
        "hash": base64.b64encode(leaves[INDEX]).decode(),
        "index": INDEX,
        "path": [base64.b64encode(each).decode() for each in path],
        "checkpoint": checkpoint_note(checkpoint_text(signer.name, SIZE, root_of(leaves)), signer),
        "verifier": signer.verifier,
        **changed,
    }


def written(said: dict[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


def fault(data: bytes, keys: str = SIGNER.verifier) -> str:
    """The name of what is wrong; nothing where the proof holds."""
    try:
        check(data, read_keys(keys))
    except ProofError as error:
        return error.fault
    return ""


def test_what_holds_passes() -> None:
    said = check(written(proof()), read_keys(SIGNER.verifier))

    assert said["item"] == ITEMS[1]
    assert fault(written(proof()), f"# the keys\n\n{OTHER_KEY.verifier}\n{SIGNER.verifier}\n") == ""


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"item": {**ITEMS[1], "no": 3}}, "leaf_differs"),
        ({"item": {**ITEMS[1], "damaged": 1}}, "leaf_differs"),
        ({"item": {**ITEMS[1], "more": 1}}, "leaf_differs"),
        ({"leaf": leaf().decode().replace("第2項", "第5項")}, "leaf_altered"),
        ({"hash": base64.b64encode(bytes(32)).decode()}, "leaf_altered"),
        ({"index": INDEX - 1}, "path_altered"),
        ({"index": SIZE}, "path_altered"),
        ({"index": -1}, "path_altered"),
        ({"path": []}, "path_altered"),
        ({"path": [base64.b64encode(bytes(32)).decode()] * 4}, "path_altered"),
        ({"path": [base64.b64encode(bytes(32)).decode()] * 40}, "path_altered"),
        ({"path": ["AAAA"]}, "not_a_proof"),
        ({"path": [7]}, "not_a_proof"),
        ({"verifier": OTHER_KEY.verifier}, "other_key"),
        ({"verifier": "nobody"}, "not_a_key"),
        ({"version": 2}, "other_version"),
        ({"version": "1"}, "other_version"),
        ({"version": True}, "not_a_proof"),
        ({"index": "5"}, "not_a_proof"),
        ({"index": True}, "not_a_proof"),
        ({"format": "another"}, "not_a_proof"),
        ({"more": 1}, "not_a_proof"),
        ({"checkpoint": "no head"}, "not_a_checkpoint"),
        ({"leaf": "\ud800"}, "not_json"),
    ],
)
def test_each_fault_has_its_name(changed: dict[str, object], expected: str) -> None:
    assert fault(json.dumps(proof(**changed)).encode()) == expected


@pytest.mark.parametrize("name", [*verify.FAILS, *verify.UNREADABLE])
def test_each_fault_has_a_sentence_in_both_languages_and_a_status(name: str) -> None:
    error = ProofError(name)

    assert error.zh.endswith("。")
    assert error.en.endswith(".")
    assert error.status == (1 if name in verify.FAILS else 2)


def test_a_field_left_out_is_missed() -> None:
    for name in proof():
        said = proof()
        del said[name]
        assert fault(written(said)) in {"not_a_proof", "other_version"}


def test_a_head_of_another_log_or_key_is_told_apart_from_a_forged_one() -> None:
    assert fault(written(proof(OTHER_LOG))) == "other_log"
    assert fault(written(proof(OTHER_KEY))) == "other_key"
    note = str(proof()["checkpoint"])
    assert fault(written(proof(checkpoint=note.replace("\n11\n", "\n12\n")))) == "forged"


def test_an_act_that_enters_nothing_proves_no_item() -> None:
    assert fault(written(proof(SIGNER, leaf("case.opened")))) == "leaf_differs"
    assert fault(written(proof(SIGNER, leaf("log.key_rotated")))) == ""


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "truncated"),
        (b"{", "truncated"),
        (b"hello}", "not_json"),
        (b'{"format": "\xff"}', "not_json"),
        (b"[" * 100_000 + b"}", "not_json"),
        (b'["format"]', "not_a_proof"),
        (b"{}", "not_a_proof"),
    ],
)
def test_what_cannot_be_read_is_told_so(data: bytes, expected: str) -> None:
    assert fault(data) == expected


@given(st.data())
def test_a_proof_cut_short_anywhere_is_not_accepted(data: st.DataObject) -> None:
    whole = written(proof())
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]

    assert fault(cut) in {"truncated", "not_json"}


@given(st.data())
def test_a_proof_with_any_bit_changed_is_not_accepted(data: st.DataObject) -> None:
    changed = bytearray(written(proof()))
    bit = data.draw(st.integers(0, len(changed) * 8 - 1))
    changed[bit // 8] ^= 1 << bit % 8

    assert fault(bytes(changed)) != ""


@given(st.data())
def test_a_key_with_any_bit_changed_opens_nothing(data: st.DataObject) -> None:
    changed = bytearray(SIGNER.verifier.encode())
    bit = data.draw(st.integers(0, len(changed) * 8 - 1))
    changed[bit // 8] ^= 1 << bit % 8

    assert fault(written(proof()), changed.decode(errors="replace")) in {
        "not_a_key",
        "other_log",
        "other_key",
    }


@pytest.mark.parametrize("keys", ["", "# nothing\n", "a b+00000000+AAAA", f"{SIGNER.verifier} ", "AAAA"])
def test_a_file_of_keys_without_keys_is_told_so(keys: str) -> None:
    assert fault(written(proof()), keys) == "not_a_key"


def test_it_stands_alone_and_is_short() -> None:
    source = FILE.read_text(encoding="utf-8")
    roots = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(source))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert roots - sys.stdlib_module_names == {"cryptography"}
    assert len(source.splitlines()) <= 150


def test_it_runs_by_itself(tmp_path: Path) -> None:
    files = {
        "good": written(proof()),
        "bad": written(proof(index=4)),
        "cut": b"{",
        "key": SIGNER.verifier.encode(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-I", str(FILE), *(str(tmp_path / each) for each in arguments)],
            capture_output=True,
            check=False,
            env={"PYTHONUTF8": "1"},
        )
        return done.returncode, (done.stdout + done.stderr).decode()

    assert run("good", "key")[0] == 0
    assert "第2項" in run("good", "key")[1]
    assert run("bad", "key")[0] == 1
    assert "路徑" in run("bad", "key")[1]
    assert run("cut", "key")[0] == run("good", "good")[0] == run("nowhere", "key")[0] == run()[0] == 2
