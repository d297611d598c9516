"""The agreement's versions: published, superseded, withdrawn; and being asked to sign where it is needed."""

import datetime as dt
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.test import Client

from coretech.apps.bodies.models import AgreementText
from coretech.apps.bodies.operations.publish_agreement_text import NewText, publish_agreement_text
from coretech.apps.cases.models import Case
from coretech.apps.people.models import Person
from tests import factories
from tests.web.page_text import text_of

Visit = Callable[[str], Client]
NEW = {"zh": "新版協議。", "en": "The new agreement.", "why": "刪去副本規定"}


def supersede() -> None:
    text = NewText("新版協議。", "The new agreement.", "刪去副本規定", factories.DAY)
    publish_agreement_text(factories.acting("office"), text)


def dossier(case: Case, language: str = "") -> str:
    return f"{language}/cases/{case.reference}/dossier/"


def test_what_one_signed_is_shown_with_its_hash_and_text(visit: Visit) -> None:
    digest = AgreementText.objects.get().digest
    page = text_of(visit("member-02"), "/agreement/")

    assert "您簽署過的協議" in page
    assert digest in page.replace(" ", "")
    assert "Agreement, version 1" in text_of(visit("member-02"), "/en/agreement/texts/1/")
    assert visit("member-02").get("/agreement/texts/9/").status_code == 404


def test_the_office_publishes_a_version_and_sees_who_is_to_sign_again(visit: Visit) -> None:
    client = visit("office")
    published = client.post("/agreement/new/", NEW | {"supersedes_on": factories.DAY.isoformat()})

    assert published.status_code == 302
    page = text_of(client, "/agreement/signatures/")
    assert "須重新簽署" in page
    assert "未簽署" in page
    assert "To sign again" in text_of(client, "/en/agreement/signatures/")


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        ({"zh": ""}, "請填寫「中文全文」", "Fill in “Text in Chinese”"),
        ({"why": ""}, "請填寫「修正理由」", "Fill in “Why it changes”"),
        ({"supersedes_on": "2024-01-01"}, "不得早於今日", "cannot lie in the past"),
    ],
)
def test_a_text_to_correct_is_shown_again(visit: Visit, change: dict[str, str], zh: str, en: str) -> None:
    for language, words in (("", zh), ("/en", en)):
        answer = visit("office").post(f"{language}/agreement/new/", NEW | change)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert AgreementText.objects.count() == 1


def test_only_the_office_publishes_and_reads_the_list(visit: Visit) -> None:
    for username in ("public", "member-01", "agency-nstc"):
        assert visit(username).get("/agreement/new/").status_code == 403
        assert visit(username).post("/agreement/new/", NEW).status_code == 403
        assert visit(username).get("/agreement/signatures/").status_code == 403
    assert visit("public").get("/agreement/texts/1/").status_code == 403
    assert visit("public").get("/agreement/withdrawal/").status_code == 403


def test_what_follows_is_said_before_one_withdraws(visit: Visit) -> None:
    client = visit("member-02")
    page = text_of(client, "/en/agreement/withdrawal/")
    assert "nothing confidential opens to you" in page
    assert "cannot enter a meeting" in page
    assert client.post("/agreement/withdrawal/", {}).status_code == 422

    assert client.post("/agreement/withdrawal/", {"read": "on", "once": "k"}).status_code == 302
    assert client.post("/agreement/withdrawal/", {"read": "on", "once": "k"}).status_code == 302, "once"

    page = text_of(client, "/agreement/")
    assert "已撤回" in page
    assert "signed_name" in client.get("/agreement/").content.decode(), "and may be signed again"


def test_a_superseded_signature_is_asked_for_anew_with_a_way_back(visit: Visit) -> None:
    case, client = factories.reviewed_case(factories.renaming()), visit("agency-nstc")
    assert client.get(dossier(case)).status_code == 200
    supersede()

    asked = client.get(dossier(case))

    assert asked.status_code == 302
    assert asked.headers["Location"] == "/agreement/?" + urlencode({"next": dossier(case)})
    page = client.get(asked.headers["Location"]).content.decode()
    assert "請重新簽署" in page
    assert "簽署後回到原頁" in page

    officer = Person.objects.get(account__username="agency-nstc")
    signed = {"signed_name": officer.name_zh, "next": dossier(case)}
    answer = client.post("/agreement/", signed)
    assert (answer.status_code, answer.headers["Location"]) == (302, dossier(case))
    assert client.get(dossier(case)).status_code == 200


def test_what_was_sent_is_refused_and_not_led_away(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())
    supersede()

    answer = visit("agency-nstc").post(f"/cases/{case.reference}/dossier/definition/", {"text": "x"})

    assert answer.status_code == 403


def test_the_public_is_not_asked_to_sign(visit: Visit) -> None:
    case = factories.reviewed_case(factories.renaming())

    assert visit("public").get(dossier(case)).status_code in {302, 403, 404}
    assert "/agreement/" not in visit("public").get(dossier(case)).headers.get("Location", "")


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(visit: Visit, elsewhere: str) -> None:
    client = visit("member-07")

    answer = client.post("/agreement/", {"signed_name": "委員07（示範）", "next": elsewhere})

    assert answer.headers["Location"] == "/agreement/"


def test_a_superseding_text_of_a_later_day_asks_nobody_today(visit: Visit) -> None:
    case = factories.reviewed_case(factories.renaming())
    later = factories.DAY + dt.timedelta(days=5)
    text = NewText("新版協議。", "The new agreement.", "刪去副本規定", later)
    publish_agreement_text(factories.acting("office"), text)

    assert visit("agency-nstc").get(dossier(case)).status_code == 200
