"""``coretech register proof``, ``verify``, ``checkpoint`` and ``key``; ``coretech log rotate-key`` and ``witness``."""

import json
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.heads import signed_head, text_of
from coretech.apps.audit.models import Act
from coretech.engines.ledger.cosigning import cosign
from coretech.engines.ledger.signing import Signer
from coretech.engines.ledger.verify import open_checkpoint, read_keys
from tests.cli.conftest import Ran, Run
from tests.factories.log_factories import AT, WITNESS, WITNESS_KEY


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"
    monkeypatch.setenv("CORETECH_KEYS", str(tmp_path / "keys"))


def saved(folder: Path, name: str, ran: Ran) -> str:
    assert ran.status == 0
    (folder / name).write_text(ran.out, encoding="utf-8")
    return str(folder / name)


def test_an_item_is_proved_and_checked_with_the_published_key_alone(run: Run, tmp_path: Path) -> None:
    proof = saved(tmp_path, "proof", run("register", "proof", "12"))
    key = saved(tmp_path, "key", run("register", "key"))

    with_key, with_own = run("register", "verify", proof, "--key", key), run("register", "verify", proof)

    assert with_key == with_own
    assert with_key.status == 0
    assert with_key.out.startswith(
        "It holds: item 12, version 1 (“太空規格主動式相位陣列天線技術”) stands in act "
    )


def test_the_proof_in_one_line_holds_too(run: Run, tmp_path: Path) -> None:
    proof = saved(tmp_path, "proof", run("register", "proof", "12", "--version", "1", "--json"))
    told = run("register", "verify", proof, "--json")

    assert told.data["holds"] is True
    opened = Act.objects.get(kind="register.opened")
    assert (told.data["item"]["no"], told.data["act"]) == (12, opened.seq)


def changed(folder: Path, proof: str, **fields: object) -> str:
    said = json.loads(Path(proof).read_text(encoding="utf-8"))
    (folder / "changed").write_text(json.dumps(said | fields), encoding="utf-8")
    return str(folder / "changed")


def test_each_fault_is_told_in_its_own_sentence(run: Run, tmp_path: Path) -> None:
    proof = saved(tmp_path, "proof", run("register", "proof", "12"))
    said = json.loads(Path(proof).read_text(encoding="utf-8"))
    own, stranger = Signer(said["verifier"].split("+")[0], bytes(32)), Signer("other.example", bytes(32))
    (tmp_path / "other-key").write_text(own.verifier)
    (tmp_path / "other-log").write_text(stranger.verifier)
    whole = Path(proof).read_text(encoding="utf-8")
    (tmp_path / "cut").write_text(whole[: len(whole) // 2])
    (tmp_path / "text").write_text("hello}")
    signed = said["checkpoint"]
    told = {
        "leaf": run(
            "register", "verify", changed(tmp_path, proof, leaf=said["leaf"].replace("太空", "太陽"))
        ),
        "path": run("register", "verify", changed(tmp_path, proof, path=said["path"][:-1])),
        "item": run("register", "verify", changed(tmp_path, proof, item=said["item"] | {"damaged": True})),
        "forged": run(
            "register", "verify", changed(tmp_path, proof, checkpoint=signed.replace("\n", "\n1", 1))
        ),
        "other key": run("register", "verify", proof, "--key", str(tmp_path / "other-key")),
        "other log": run("register", "verify", proof, "--key", str(tmp_path / "other-log")),
        "version": run("register", "verify", changed(tmp_path, proof, version=2)),
        "cut": run("register", "verify", str(tmp_path / "cut")),
        "text": run("register", "verify", str(tmp_path / "text")),
        "key": run("register", "verify", proof, "--key", proof),
        "nowhere": run("register", "verify", str(tmp_path / "nowhere")),
        "no key": run("register", "verify", proof, "--key", str(tmp_path / "nowhere")),
    }

    assert {name for name, ran in told.items() if ran.status == 1} == {
        *("leaf", "path", "item", "forged", "other key", "other log")
    }
    assert {ran.status for ran in told.values()} == {1, 2}
    assert len({ran.err for ran in told.values()}) == len(told) - 1  # the file that is nowhere is told once
    assert {ran.out for ran in told.values()} == {""}


def test_the_head_is_printed_as_it_was_signed(run: Run) -> None:
    note, keys = run("register", "checkpoint").out, run("register", "key").out

    assert open_checkpoint(note, read_keys(keys))[1] == Act.objects.count()
    assert run("register", "checkpoint").out == note
    assert run("register", "checkpoint", "--json").data["note"] == note


def test_an_item_that_never_was_or_a_version_is_bad_input(run: Run) -> None:
    assert run("register", "proof", "99").status == 2
    assert run("register", "proof", "12", "--version", "7").status == 2
    assert run("register", "proof", "twelve").status == 2


def test_a_check_needs_no_database_and_no_django(run: Run, tmp_path: Path, run_alone: Run) -> None:
    proof = saved(tmp_path, "proof", run("register", "proof", "12"))
    key = saved(tmp_path, "key", run("register", "key"))

    told = run_alone(
        "register", "verify", proof, "--key", key, DJANGO_SETTINGS_MODULE="nowhere", CORETECH_LANG="en"
    )
    own = run_alone(
        "register", "verify", proof, DJANGO_SETTINGS_MODULE="nowhere", CORETECH_KEYS=str(tmp_path / "keys")
    )

    assert (told.status, told.out[:9]) == (0, "It holds:")
    assert own.status == 0


def test_where_the_published_file_is_gone_the_database_is_asked(run: Run, tmp_path: Path) -> None:
    proof = saved(tmp_path, "proof", run("register", "proof", "12"))
    for file in (tmp_path / "keys" / "log").glob("*.pub"):
        file.unlink()

    assert run("register", "verify", proof).status == 0


def test_an_administrator_brings_a_new_key_that_the_former_vouches_for(run: Run, tmp_path: Path) -> None:
    former = saved(tmp_path, "former", run("register", "key"))
    run("register", "checkpoint")
    rotated = run("log", "rotate-key", "--as", "administrator", "--once", "1")
    proof = saved(tmp_path, "proof", run("log", "key-proof"))

    assert rotated.status == 0
    new = run("register", "key").out.splitlines()
    assert (len(new), new[0]) == (2, rotated.out.splitlines()[-1])
    assert f"the key {new[0]}" in run("register", "verify", proof, "--key", former).out
    assert run("log", "rotate-key", "--as", "office").status == 1


def test_a_lost_key_is_told_with_the_way_out(run: Run, tmp_path: Path) -> None:
    run("register", "checkpoint")
    for file in (tmp_path / "keys" / "log").glob("*.key"):
        file.unlink()

    refused = run("log", "rotate-key", "--as", "administrator")
    done = run("log", "rotate-key", "--lost", "--as", "administrator")

    assert refused.status == 1
    assert "coretech log rotate-key --lost" in refused.err
    assert done.status == 0
    assert run("log", "key-proof").status == 2


def test_a_witness_is_named_cosigns_and_ends(run: Run, tmp_path: Path) -> None:
    named = run("log", "witness", "name", WITNESS_KEY, "--as", "administrator")
    head = signed_head(AT)
    (tmp_path / "lines").write_text(cosign(WITNESS.name, WITNESS.seed, text_of(head), 7))

    kept = run("log", "witness", "accept", str(head.size), "--file", str(tmp_path / "lines"))

    assert named.status == kept.status == 0
    assert run("log", "witness", "list").out.strip() == WITNESS_KEY
    assert run("log", "witness", "end", WITNESS.name, "--as", "administrator").status == 0
    assert run("log", "witness", "list").out == ""
    assert run("log", "witness", "accept", str(head.size), "--file", str(tmp_path / "lines")).status == 2
