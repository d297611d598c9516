"""The pages of those who keep the log, and of its audits: a new key, witnesses, results, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from coretech.apps.audit.heads import signed_head, text_of
from coretech.apps.audit.log_keys import current_key
from coretech.apps.audit.models import Act, LogKey, Witness
from coretech.apps.audit.operations.rotate_log_key import rotate_log_key
from coretech.apps.audit.witnessing import accept_cosignatures, witnesses
from coretech.engines.ledger.cosigning import cosign
from coretech.engines.ledger.verify import open_checkpoint, read_keys
from coretech.jobs.audit import audit_and_keep, audit_if_owed
from tests.factories import log_factories
from tests.factories.audit_factories import behind, unguard
from tests.factories.log_factories import AT, WITNESS, WITNESS_KEY
from tests.web.page_text import text_of as words_at
from tests.web.page_text import words_of

Visit = Callable[[str], Client]
ROTATE, NAME = "/log/keep/key/", "/log/keep/witnesses/new/"


@pytest.fixture(autouse=True)
def _own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_KEYS = tmp_path / "keys"


@pytest.fixture
def keeper(visit: Visit) -> Client:
    return visit("administrator")


def sent(client: Client, where: str, step: str, **answers: str) -> tuple[int, str]:
    response = client.post(where, {"step": step, **answers})
    return response.status_code, words_of(response.content)


def answers() -> dict[str, str]:
    return {"seen": str(current_key(AT).pk), "ready": "on"}


def test_a_new_key_is_checked_before_it_signs(keeper: Client) -> None:
    before = current_key(AT)
    assert "可簽署" in words_at(keeper, "/log/keep/")

    status, page = sent(keeper, ROTATE, "ask", **answers())
    assert (status, before.verifier in page, "新舊兩把" in page) == (200, True, True)
    assert LogKey.objects.count() == 1

    given = answers()
    assert sent(keeper, ROTATE, "confirm", **given)[0] == 302
    assert Act.objects.latest("seq").kind == "log.key_rotated"
    assert LogKey.objects.count() == 2
    assert "公鑰已換新" in words_at(keeper, "/log/keep/")
    stale, again = sent(keeper, ROTATE, "confirm", **given)
    assert (stale, "金鑰剛才已由他人換新" in again, LogKey.objects.count()) == (422, True, 2)


def test_a_lost_key_is_replaced_only_by_whoever_says_it_is_gone(keeper: Client) -> None:
    log_factories.private_file(current_key(AT)).unlink()
    assert "Private key missing" in words_at(keeper, "/en/log/keep/")

    assert sent(keeper, f"/en{ROTATE}", "ask", **answers())[0] == 422
    status, page = sent(keeper, f"/en{ROTATE}", "ask", **answers(), lost="on")
    assert (status, "nothing vouches for the new one" in page) == (200, True)
    assert sent(keeper, f"/en{ROTATE}", "confirm", **answers(), lost="True")[0] == 302

    public = words_at(keeper, "/en/log/")
    assert "The private half of the key before was lost" in public
    assert "/log/keys/proof" not in keeper.get("/en/log/").text


def test_a_witness_is_named_and_ended_after_a_check(keeper: Client) -> None:
    assert sent(keeper, NAME, "ask", verifier="hello")[0] == 422
    status, page = sent(keeper, NAME, "ask", verifier=WITNESS_KEY)
    assert (status, WITNESS.name in page, Witness.objects.count()) == (200, True, 0)
    assert sent(keeper, NAME, "confirm", verifier=WITNESS_KEY)[0] == 302
    assert f"終止見證人「{WITNESS.name}」" in words_at(keeper, "/log/keep/")

    end = f"/log/keep/witnesses/{Witness.objects.get().pk}/end/"
    assert "日後可以再指定" in words_at(keeper, end)
    status, page = sent(keeper, f"/en{end}", "ask")
    assert (status, WITNESS_KEY in page, witnesses().count()) == (200, True, 1)
    assert sent(keeper, end, "confirm")[0] == 302
    assert not witnesses().exists()
    assert keeper.get(end).status_code == 404


def test_former_keys_and_heads_are_shown_with_who_cosigned_them(visit: Visit) -> None:
    log_factories.named_witness()
    old = signed_head(AT)
    accept_cosignatures(old.size, cosign(WITNESS.name, WITNESS.seed, text_of(old), 7), AT)
    rotate_log_key(log_factories.administrator())
    signed_head(AT)
    client = visit("public")

    page, english = words_at(client, "/log/"), words_at(client, "/en/log/")

    assert "以它簽署的紀錄頭與證明仍然有效" in page
    assert "The key before signed for it when it came." in english
    assert f"cosigned by {WITNESS.name}" in english
    note = client.get(f"/log/checkpoint?size={old.size}").text
    assert open_checkpoint(note, read_keys(old.key.verifier))[1] == old.size
    assert f"\n— {WITNESS.name} " in note
    assert client.get("/log/checkpoint?size=999999").status_code == 404
    assert client.get("/log/checkpoint?size=x").status_code == 422
    assert "維護紀錄" not in page


def test_the_results_of_audits_are_public_and_the_button_is_the_keepers(visit: Visit) -> None:
    public, keeper = visit("public"), visit("administrator")
    assert "還沒有重算的結果" in words_at(public, "/log/audits/")
    assert "現在重算" not in words_at(public, "/log/audits/")

    assert keeper.post("/log/audits/ask/").status_code == 302
    assert "begins within a minute" in words_at(public, "/en/log/audits/")
    assert "尚不能辦理" in words_at(keeper, "/log/audits/")
    assert keeper.post("/log/audits/ask/").status_code == 409
    assert audit_if_owed() == 0

    assert "全部相符" in words_at(public, "/log/audits/")
    assert "Everything holds" in words_at(public, "/en/log/")


def test_what_no_longer_holds_is_named_to_who_may_read_the_log(visit: Visit) -> None:
    unguard("audit_act")
    behind("UPDATE audit_act SET kind = 'test.other' WHERE seq = 2")
    audit_and_keep()

    public, office = (words_at(visit(who), "/en/log/audits/") for who in ("public", "office"))

    assert "The newest audit found 1 fault;" in public
    assert "act 2: kind" not in public
    assert "act 2: kind differs from what was written" in office
    assert "What to do" in office
    assert "1處不符" in words_at(visit("administrator"), "/log/keep/")


@pytest.mark.parametrize("where", ["/log/keep/", ROTATE, NAME])
def test_only_administrators_keep_the_log(where: str, visit: Visit) -> None:
    assert visit("office").get(where).status_code == 403
    assert visit("administrator").get(where).status_code == 200
