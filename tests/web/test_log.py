"""The log's public page and addresses: head, keys, growth, and proofs, in both languages."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from coretech.apps.audit.heads import signed_head, text_of
from coretech.apps.audit.operations.name_witness import name_witness
from coretech.apps.audit.operations.rotate_log_key import rotate_log_key
from coretech.apps.audit.record import record
from coretech.apps.audit.witnessing import accept_cosignatures
from coretech.engines.ledger.consistency import consistent
from coretech.engines.ledger.cosigning import cosign
from coretech.engines.ledger.verify import check, open_checkpoint, read_keys, unbase64
from tests import factories
from tests.factories import log_factories
from tests.factories.log_factories import AT, WITNESS, WITNESS_KEY
from tests.web.page_text import text_of as words_at
from tests.web.page_text import words_of

Visit = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


@pytest.fixture
def client(visit: Visit) -> Client:
    return visit("public")


def test_anybody_reads_what_the_log_is_and_where_it_stands(client: Client) -> None:
    chinese, english = words_at(client, "/log/"), words_at(client, "/en/log/")
    head = signed_head(AT)

    for page in (chinese, english):
        assert bytes(head.root).hex() in page
        assert head.key.verifier in page
    assert "尚無見證人聯署" in chinese
    assert "Anybody can work out for themselves" in english


def test_the_head_and_the_keys_are_plain_text_that_belong_together(client: Client) -> None:
    note, keys = client.get("/log/checkpoint"), client.get("/en/log/keys")

    assert {note.headers["Content-Type"], keys.headers["Content-Type"]} == {"text/plain; charset=utf-8"}
    assert open_checkpoint(note.text, read_keys(keys.text))[1] == signed_head(AT).size


def test_an_items_proof_is_a_file_that_holds(client: Client) -> None:
    answer = client.get("/register/12/proof")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="register-12-proof.json"'
    assert check(answer.content, read_keys(client.get("/log/keys").text))["item"]["no"] == 12
    assert client.get("/register/12/proof?version=1").content == answer.content
    assert client.get("/register/99/proof").status_code == 404
    assert client.get("/register/12/proof?version=9").status_code == 404
    assert client.get("/register/12/proof?version=x").status_code == 422


def test_the_program_that_checks_proofs_is_handed_out_and_runs(client: Client, tmp_path: Path) -> None:
    files = {"verify.py": "/log/verify.py", "proof": "/en/register/12/proof", "published": "/log/keys"}
    for name, address in files.items():
        (tmp_path / name).write_bytes(client.get(address).content)

    ran = subprocess.run(
        [sys.executable, "-I", *(str(tmp_path / name) for name in files)], capture_output=True, check=False
    )

    assert ran.returncode == 0


def test_the_log_only_grew_since_an_older_head(client: Client) -> None:
    old = signed_head(AT)
    for number in range(3):
        record(factories.acting("office"), "test.noted", f"test/{number}")
    told = json.loads(client.get(f"/log/consistency?from={old.size}").content)
    _, size, root = open_checkpoint(told["checkpoint"], read_keys(old.key.verifier))

    assert told["old_root"] == bytes(old.root).hex()
    assert consistent(old.size, bytes(old.root), size, root, [unbase64(each, 32) for each in told["path"]])


@pytest.mark.parametrize("given", ["", "x", "-1", "999999", "１", "1" * 40])
def test_a_size_that_is_none_is_told_so(client: Client, given: str) -> None:
    answer = client.get("/en/log/consistency", {"from": given})

    assert answer.status_code == 422


def test_a_pasted_proof_is_checked(client: Client) -> None:
    proof = client.get("/register/12/proof").text
    page = client.post("/log/", {"proof": proof.replace("\n", "\r\n")})
    english = client.post("/en/log/", {"proof": proof})

    assert page.status_code == 200
    assert "證明成立 第12項第1版「太空規格主動式相位陣列天線技術」，見於紀錄第" in words_of(page.content)
    assert "The proof holds" in words_of(english.content)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('"index": ', '"index": 1', "證明不成立：位置或路徑遭更動"),
        ("太空規格", "海洋規格", "葉（登載的內容）遭更動"),
        ('"version": 1,\n  "item"', '"version": 3,\n  "item"', "證明的格式不是第1版"),
        ("\n}", "", "無法讀取：檔案結尾"),
        ('"damaged": false', '"damaged": true', "葉寫的不是證明所稱的"),
    ],
)
def test_what_is_wrong_with_a_pasted_proof_is_said_in_plain_words(
    client: Client, before: str, after: str, words: str
) -> None:
    proof = client.get("/register/12/proof").text
    assert before in proof
    page = client.post("/log/", {"proof": proof.replace(before, after)})

    assert page.status_code == 422
    assert words in words_of(page.content)
    assert "證明成立" not in words_of(page.content)


@pytest.mark.parametrize("given", ["", "x" * 300_000, "hello", "\x00", "[]"])
def test_what_is_no_proof_is_told_so(client: Client, given: str) -> None:
    assert client.post("/log/", {"proof": given}).status_code == 422


def test_witnesses_and_a_new_key_are_shown(client: Client) -> None:
    name_witness(log_factories.administrator(), WITNESS_KEY)
    head = signed_head(AT)
    accept_cosignatures(head.size, cosign(WITNESS.name, WITNESS.seed, text_of(head), 7), AT)

    assert f"聯署{WITNESS.name}" in words_at(client, "/log/")
    assert f"\n— {WITNESS.name} " in client.get("/log/checkpoint").text
    assert "/log/keys/proof" not in client.get("/log/").text

    rotate_log_key(log_factories.administrator())
    vouched = check(client.get("/api/v1/log/keys/proof").content, read_keys(head.key.verifier))
    assert vouched["item"]["follows"] == head.key.verifier
    assert 'href="/api/v1/log/keys/proof"' in client.get("/log/").text
    assert words_at(client, "/en/log/").count("From act") == 2


def test_a_lost_key_is_said_and_the_last_head_is_shown(client: Client) -> None:
    head = signed_head(AT)
    log_factories.private_file(head.key).unlink()
    record(factories.acting("office"), "test.noted", "test/1")

    page = words_at(client, "/log/")

    assert "目前無法簽署新的紀錄頭" in page
    assert bytes(head.root).hex() in page
    assert client.get("/log/checkpoint").status_code == 409
