"""Stakeholders' answers taken over into the dossier: what is offered, to whom, once, at its level, into a version."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from coretech.apps.cases.content import StakeholderViews
from coretech.apps.cases.content_json import as_json, content_of
from coretech.apps.cases.models import Case, Part, PartDraft
from coretech.apps.cases.operations.close_consultation import close_consultation
from coretech.apps.cases.operations.set_level import set_level
from coretech.apps.meetings.heard import ALL, heard, least_level, with_heard
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories.consultation_factories import ANSWER, LAST_DAY, answered, asked_in
from tests.factories.dossier_factories import OFFICER, address, draft, write
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
PART = "stakeholder_views"
BOTH = ("", "/en")


def sent(do: str, based_on: str = "0", level: str = "confidential", **answers: str) -> dict[str, str]:
    return {"based_on": based_on, "stamp": "", "level": level, "do": do} | answers


def case_with_answers(**changes: object) -> tuple[Case, str]:
    """A case in which one stakeholder answered, and the receipt."""
    case = draft()
    return case, answered(asked_in(case), **changes)  # type: ignore[arg-type]  # the answer's fields


def rows_drafted() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = PartDraft.objects.get().content["form"]["views"]
    return rows


def rows_written(case: Case) -> list[dict[str, Any]]:
    part = Part.objects.filter(case=case, name=PART).latest("version")
    rows: list[dict[str, Any]] = as_json(content_of(part))["views"]
    return rows


@pytest.mark.parametrize("language", BOTH)
def test_an_answer_is_offered_beside_the_part_in_both_languages(visit: Visit, language: str) -> None:
    case, receipt = case_with_answers()

    page = text_of(visit(OFFICER), language + address(case, PART))

    assert ("徵詢得到的回復" if language == "" else "Answers from consultations") in page
    assert ANSWER.text in page
    assert f"徵詢{receipt}" in page


def test_an_answer_taken_over_keeps_source_date_group_and_level_and_a_version_records_it(
    visit: Visit,
) -> None:
    case, receipt = case_with_answers()
    client = visit(OFFICER)

    taken = client.post(address(case, PART), sent(f"hear:徵詢{receipt}", answer="已納入。"))

    assert taken.headers["Location"].endswith(f"/dossier/{PART}/#views")
    row = rows_drafted()[0]
    assert row == {
        "group": "industry",
        "who": "林示範",
        "organisation": "示範衛星公司",
        "view": ANSWER.text,
        "level": "internal",
        "source": f"徵詢{receipt}",
        "date": factories.DAY.isoformat(),
    }
    assert PartDraft.objects.get().content["form"]["answer"] == "已納入。", "nothing typed is lost"
    form = {f"views-0-{name}": value for name, value in row.items()}
    client.post(address(case, PART), sent("write", **form))
    assert rows_written(case) == [row]
    assert f"徵詢{receipt}" in text_of(client, address(case, PART, "versions/1/"))
    assert "徵詢得到的回復" not in text_of(client, address(case, PART)), "nothing waits any more"


def test_the_same_answer_is_not_taken_twice(visit: Visit) -> None:
    case, receipt = case_with_answers()
    form = {"views-0-view": "x", "views-0-source": f"徵詢{receipt}"}

    again = visit(OFFICER).post(address(case, PART), sent(f"hear:徵詢{receipt}", **form))
    nothing = visit(OFFICER).post(f"/en{address(case, PART)}", sent("hear:all", **form))

    assert again.status_code == 409
    assert "已列入，不重複列入" in words_of(again.content)
    assert "All answers from consultations stand here already." in words_of(nothing.content)
    assert not PartDraft.objects.exists()


def test_all_that_wait_are_taken_at_once_with_silence_told_as_such(visit: Visit) -> None:
    case, receipt = case_with_answers()
    silent = asked_in(case, group="academia")
    close_consultation(factories.acting(OFFICER, LAST_DAY + dt.timedelta(days=1)), silent.pk)
    form = {"views-0-view": "已有的意見", "views-0-source": "訪談"}

    visit(OFFICER).post(address(case, PART), sent("hear:all", **form))

    assert [(row["source"], row["view"]) for row in rows_drafted()] == [
        ("訪談", "已有的意見"),
        (f"徵詢{receipt}", ANSWER.text),
        (f"徵詢{silent.number}", "逾期未提出意見。"),
    ]


def test_a_later_answer_takes_the_place_of_the_earlier_one(visit: Visit) -> None:
    case = draft()
    asked = asked_in(case)
    first = answered(asked)
    write(case, PART, {"views": [{"view": ANSWER.text, "source": f"徵詢{first}"}, {"view": "其他"}]})
    second = answered(asked, text="更正：影響四家。")
    client = visit(OFFICER)
    assert "取代先前的回復" in text_of(client, address(case, PART))

    client.post(f"{address(case, PART)}answers/", {"source": f"徵詢{second}"})

    assert [row["view"] for row in rows_drafted()] == ["更正：影響四家。", "其他"]


@pytest.mark.parametrize(("consent", "named"), [("named", True), ("group", False), ("none", False)])
def test_nobody_is_named_who_did_not_consent(visit: Visit, consent: str, named: bool) -> None:  # noqa: FBT001 - a case of the table
    case, _ = case_with_answers(consent=consent)

    visit(OFFICER).post(address(case, PART), sent("hear:all"))

    assert (rows_drafted()[0]["who"] == "林示範") is named


def test_a_guarded_answer_raises_the_level_of_the_part(visit: Visit) -> None:
    case, _ = case_with_answers(confidential=True)
    client = visit(OFFICER)

    client.post(address(case, PART), sent("hear:all", level="internal"))

    assert rows_drafted()[0]["level"] == "confidential"
    assert PartDraft.objects.get().content["level"] == "confidential"
    assert least_level("secret", StakeholderViews()) == "secret"


def test_from_the_page_of_an_answer_one_press_puts_it_into_the_draft(visit: Visit) -> None:
    case = draft()
    asked = asked_in(case)
    receipt = answered(asked)
    client, page = visit(OFFICER), f"/consultations/{asked.pk}/"
    assert "列入提報資料" in text_of(client, page)
    assert "Take into the dossier" in text_of(client, f"/en{page}")

    pressed = client.post(f"{address(case, PART)}answers/", {"source": f"徵詢{receipt}"}, follow=True)

    assert "已放入您的草稿" in words_of(pressed.content)
    assert "在您的草稿中" in text_of(client, page)
    write(case, PART, {"views": rows_drafted()})
    assert "利害關係人意見，第1版" in text_of(client, page)


def test_nobody_else_is_offered_an_answer_or_may_take_one(visit: Visit) -> None:
    case, receipt = case_with_answers()
    take = {"source": f"徵詢{receipt}"}

    for username, status in (("agency-moea", 404), ("member-02", 404), ("public", 404), ("announcer", 404)):
        assert visit(username).post(f"{address(case, PART)}answers/", take).status_code == status
    assert visit(OFFICER).post(f"{address(case, 'functions')}answers/", take).status_code == 422
    assert visit(OFFICER).post(f"{address(case, PART)}answers/", {"source": "徵詢X"}).status_code == 422
    assert visit(OFFICER).get(f"{address(case, PART)}answers/").status_code == 405
    assert not PartDraft.objects.exists()


def test_where_the_part_is_secret_an_officer_without_leave_takes_nothing(visit: Visit) -> None:
    case, receipt = case_with_answers()
    write(case, PART, {"views": [{"view": "機密意見"}]})
    office = factories.acting("office")
    set_level(office, case.reference, PART, "secret", why="a trade secret")

    refused = visit(OFFICER).post(f"{address(case, PART)}answers/", {"source": f"徵詢{receipt}"})

    assert refused.status_code == 403
    assert f"徵詢{receipt}" not in text_of(visit(OFFICER), f"/cases/{case.reference}/dossier/")


def test_a_form_that_is_full_takes_no_more_and_keeps_what_it_has(visit: Visit) -> None:
    case, receipt = case_with_answers()
    full = {f"views-{place}-view": "x" for place in range(100)}

    answer = visit(OFFICER).post(address(case, PART), sent(f"hear:徵詢{receipt}", **full))

    assert answer.status_code == 422
    assert "最多100列" in words_of(answer.content)
    assert b'name="views-99-view"' in answer.content


def test_what_is_offered_can_only_be_taken_by_its_source() -> None:
    case, receipt = case_with_answers()
    rows = heard(factories.acting(OFFICER), case)

    content = with_heard(rows, StakeholderViews(), ALL)

    assert [view.source for view in content.views] == [f"徵詢{receipt}"]
    with pytest.raises(Refused, match="沒有這則徵詢回復"):
        with_heard(rows, content, "徵詢別案")
