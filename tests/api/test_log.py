"""The log over the API: what anybody reads, what witnesses send, what an administrator does."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.heads import signed_head, text_of
from coretech.engines.ledger.consistency import consistent
from coretech.engines.ledger.cosigning import cosign
from coretech.engines.ledger.verify import check, open_checkpoint, read_keys, unbase64
from tests.api.caller import Caller, problem_of
from tests.factories.log_factories import AT, WITNESS, WITNESS_KEY

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


def test_anybody_reads_the_head_the_keys_and_the_growth(public: Caller) -> None:
    head, keys = public.read("/log"), public.read("/log/keys")
    growth = public.read("/log/consistency?from=1")
    _, size, root = open_checkpoint(head["note"], read_keys(keys[0]["verifier"]))

    assert (head["size"], head["root"]) == (size, root.hex())
    assert growth["head"] == head
    path = [unbase64(each, 32) for each in growth["path"]]
    assert consistent(1, bytes.fromhex(growth["old_root"]), size, root, path)


@pytest.mark.parametrize("query", ["", "?from=0", "?from=x", "?from=99999"])
def test_a_size_that_is_none_is_refused(public: Caller, query: str) -> None:
    problem_of(public.get(f"/log/consistency{query}"), 422)


def test_a_proof_is_fetched_and_checked(public: Caller) -> None:
    proof, keys = public.read("/register/12/proof"), public.read("/log/keys")
    said = check(json.dumps(proof).encode(), read_keys(keys[0]["verifier"]))
    told = [public.post("/log/proofs", {"proof": json.dumps(each)}) for each in (proof, proof | {"index": 7})]

    assert said["item"] == proof["item"]
    assert [json.loads(each.content)["holds"] for each in told] == [True, False]
    assert json.loads(told[1].content)["fault"] == "path_altered"
    assert json.loads(told[1].content)["sentence"]["en"]
    assert public.read("/register/12/proof?version=1") == proof
    problem_of(public.get("/register/12/proof?version=2"), 404)
    problem_of(public.get("/log/keys/proof"), 404)


def test_an_administrator_names_a_witness_whose_cosignatures_anybody_may_bring(
    public: Caller, caller: Callable[[str], Caller]
) -> None:
    administrator = caller("administrator")
    assert administrator.done("/log/witnesses", {"verifier": WITNESS_KEY}) == "/log"
    head = signed_head(AT)
    lines = {"size": head.size, "lines": cosign(WITNESS.name, WITNESS.seed, text_of(head), 7)}

    first, again = public.post("/log/cosignatures", lines), public.post("/log/cosignatures", lines)

    assert first.status_code == again.status_code == 200
    assert first.content == again.content
    assert [each["verifier"] for each in public.read("/log/witnesses")] == [WITNESS_KEY]
    assert lines["lines"] in public.read("/log")["note"] or head.size < public.read("/log")["size"]
    problem_of(public.post("/log/cosignatures", lines | {"size": 999}), 404)
    problem_of(public.post("/log/cosignatures", lines | {"lines": "hello"}), 422)
    administrator.done("/log/witnesses/end", {"name": WITNESS.name})
    problem_of(public.post("/log/cosignatures", lines), 422)


def test_a_new_key_is_vouched_for_by_the_former(public: Caller, caller: Callable[[str], Caller]) -> None:
    former = public.read("/log/keys")[0]["verifier"]
    caller("administrator").done("/log/keys", {})
    proof = public.read("/log/keys/proof")

    assert check(json.dumps(proof).encode(), read_keys(former))["item"]["follows"] == former
    assert public.read("/log/keys")[0]["verifier"] == proof["item"]["key"]


@pytest.mark.parametrize("username", ["office", "agency-nstc", "member-05", "announcer"])
def test_nobody_else_keeps_the_keys(username: str, caller: Callable[[str], Caller]) -> None:
    somebody = caller(username)

    problem_of(somebody.post("/log/keys", {}), 403)
    problem_of(somebody.post("/log/witnesses", {"verifier": WITNESS_KEY}), 403)
    problem_of(somebody.post("/log/witnesses/end", {"name": WITNESS.name}), 403)
