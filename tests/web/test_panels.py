"""The pages of panels: their rules on any day, the way before a panel, and the opinion it votes on."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.bodies.models import PanelRules
from coretech.apps.cases.models import PanelReview
from coretech.apps.meetings.models import Item, PanelOpinion
from tests import factories
from tests.factories import panel_factories as panels
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]
TOMORROW = factories.DAY + dt.timedelta(days=1)
RULES = {
    "valid_from": "114.6.3",
    "quorum": "two_thirds",
    "majority": "votes_cast",
    "term_months": "36",
    "procedure": "通知須於七日前送達。",
    "once": "one",
}


def page() -> str:
    return f"/panels/{panels.panel().pk}/"


@pytest.mark.parametrize(
    ("language", "words"), [("", "比照審議會：二分之一以上"), ("/en", "as the council's: half or more")]
)
@pytest.mark.parametrize("username", ["agency-nstc", "panel-nstc-02"])
def test_a_panel_without_rules_of_its_own_says_whose_it_borrows(
    visit: Visit, username: str, language: str, words: str
) -> None:
    client = visit(username)

    assert words in text_of(client, f"{language}/panels/")
    shown = text_of(client, f"{language}{page()}")
    assert words in shown
    assert ("聯席審查" if not language else "joint review") in shown


@pytest.mark.parametrize(
    ("username", "status"), [("agency-moea", 404), ("office", 403), ("member-02", 403), ("public", 302)]
)
def test_a_panel_is_no_business_of_anybody_else(visit: Visit, username: str, status: int) -> None:
    answer = visit(username).get(page())

    assert answer.status_code in {status, 403 if status == 302 else status}


def test_rules_are_settled_once_and_found_by_their_day(visit: Visit) -> None:
    client = visit("agency-nstc")

    answers = [client.post(f"{page()}rules/", RULES) for _ in range(2)]

    assert {answer.headers["Location"] for answer in answers} == {page()}
    assert PanelRules.objects.get().valid_from == TOMORROW
    today = text_of(client, page())
    assert "尚未施行" in today
    assert "比照審議會：二分之一以上" in today
    later = text_of(client, f"{page()}?on=114.6.3")
    assert "三分之二以上" in later
    assert "36個月" in later
    assert "通知須於七日前送達。" in later
    assert "比照審議會：二分之一以上" not in later


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("valid_from", "114.6.2", "施行日應為明日以後"),
        ("valid_from", "soon", "soon"),
        ("quorum", "", "請"),
        ("term_months", "two", "請填寫月數，例如 24。"),
        ("term_months", "0", "任期應為1至120個月"),
    ],
)
def test_rules_that_cannot_be_are_told_and_not_settled(
    visit: Visit, field: str, value: str, sentence: str
) -> None:
    answer = visit("agency-nstc").post(f"{page()}rules/", RULES | {field: value})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not PanelRules.objects.exists()


def test_a_member_reads_the_rules_and_finds_no_button_to_settle_them(visit: Visit) -> None:
    client = visit("panel-nstc-03")

    assert "訂定新規定" not in text_of(client, page())
    assert client.post(f"{page()}rules/", RULES).status_code == 403
    assert not PanelRules.objects.exists()


def test_a_day_that_is_none_is_told_beside_its_field(visit: Visit) -> None:
    shown = text_of(visit("agency-nstc"), f"{page()}?on=114.2.30")

    assert "在曆法上沒有這一天" in shown


def test_the_officer_puts_a_case_on_the_panels_agenda(visit: Visit) -> None:
    case, client = factories.draft_case(factories.addition()), visit("agency-nstc")
    address = f"/cases/{case.reference}/panel-agenda/"
    assert "還缺5個" in text_of(client, address)
    factories.write_dossier(case)
    assert "召開專家審查會" in text_of(client, address)
    meeting = panels.called()
    case.refresh_from_db()
    assert "排入專家審查會議程" in text_of(client, f"/cases/{case.reference}/")

    sent = {"meeting": str(meeting.pk), "seen": str(case.lock), "once": "one"}
    answer = client.post(address, sent)

    assert answer.headers["Location"] == f"/cases/{case.reference}/"
    item = Item.objects.get(case=case)
    shown = text_of(client, f"/cases/{case.reference}/")
    assert "專家審查會議案" in shown
    assert "供表決的審查意見" in text_of(client, f"/items/{item.pk}/")


def test_the_opinion_is_written_and_read_again_in_its_versions(visit: Visit) -> None:
    item = panels.listed(panels.ready_case(), panels.called())
    client, address = visit("agency-nstc"), f"/items/{item.pk}/opinion/"
    assert "尚未擬具" in text_of(client, address)

    first = client.post(address, {"text": "第一版", "once": "one"})
    client.post(address, {"text": "第二版", "conditions": "補充市場資料", "once": "two"})

    assert first.headers["Location"] == f"/items/{item.pk}/"
    shown = text_of(client, address)
    assert shown.index("第二版") < shown.index("補充市場資料") < shown.index("第一版")
    assert PanelOpinion.objects.count() == 2


def test_an_empty_opinion_is_told_and_not_kept(visit: Visit) -> None:
    item = panels.listed(panels.ready_case(), panels.called())

    answer = visit("agency-nstc").post(f"/items/{item.pk}/opinion/", {"text": " "})

    assert answer.status_code == 422
    assert not PanelOpinion.objects.exists()


def test_a_member_reads_the_opinion_once_declared_and_not_when_recused(visit: Visit) -> None:
    item = panels.listed(panels.ready_case(), panels.called())
    panels.opined(item)
    address = f"/items/{item.pk}/opinion/"
    assert visit("panel-nstc-01").get(address).status_code == 403
    panels.declared(item, 2, recused=1)

    assert panels.OPINION in text_of(visit("panel-nstc-01"), address)
    assert visit("panel-nstc-02").get(address).status_code == 403
    assert visit("office").get(address).status_code == 404


def test_an_item_of_the_council_has_no_opinion(visit: Visit) -> None:
    item = factories.listed_item(factories.checked_case(factories.addition()), factories.called_meeting())

    assert visit("office").get(f"/items/{item.pk}/opinion/").status_code == 409


def test_the_paper_form_says_what_it_is_for_and_by_which_rules(visit: Visit) -> None:
    panels.settle("two_thirds", "votes_cast")
    case, client = panels.ready_case(), visit("agency-nstc")
    address = f"/cases/{case.reference}/panel-review/"
    shown = text_of(client, address)
    assert "登錄系統外的專家審查" in shown
    assert "三分之二以上" in shown
    case.refresh_from_db()
    sent = {
        "seen": str(case.lock),
        "held_on": "114.6.2",
        "present": "8",
        "recused": "1",
        "in_favour": "3",
        "against": "2",
        "abstain": "",
        "opinion": "同意",
        "conditions": "補充市場資料",
    }

    few = client.post(address, sent | {"present": "5", "recused": ""})
    assert few.status_code == 422
    assert "應有6人出席，現有5人出席" in words_of(few.content)

    client.post(address, sent)

    review = PanelReview.objects.get()
    assert (review.against, review.recused, review.conditions) == (2, 1, "補充市場資料")
    dossier = text_of(client, f"/cases/{case.reference}/dossier/")
    assert "於系統外開會" in dossier
    assert "補充市場資料" in dossier
