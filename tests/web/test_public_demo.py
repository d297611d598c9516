"""The demonstration's page: roles, the day, and what comes next."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import now
from coretech.apps.bodies.players import players
from coretech.apps.cases.models import Case, PreAnnouncement
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.web.demo.guide import scenes
from coretech.web.demo.hints import Scene
from tests import factories
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
NEXT_WEEK = factories.DAY + dt.timedelta(days=7)


def turn(day: dt.date = factories.DAY) -> tuple[str | None, str]:
    """Whose turn it is on a day, and the page it is taken on, for the one open matter."""
    (scene,) = scenes(players(factories.acting("public", day).at))
    player = scene.hint.player
    return (None if player is None else player.account.username), scene.hint.page


def test_elsewhere_there_is_no_such_page(client: Client, settings: Settings) -> None:
    settings.CORETECH_DEMO = False

    answers = [
        client.get("/demo/"),
        client.post("/demo/sign-in/", {"account": "office"}),
        client.post("/demo/day/", {"day": "2025-06-03"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert "_auth_user_id" not in client.session
    assert "看示範" not in text_of(client, "/")


def test_the_page_shows_every_role_in_both_languages(visit: Visit) -> None:
    client = visit("public")
    chinese, english = text_of(client, "/demo/"), text_of(client, "/en/demo/")

    assert "看示範" in text_of(client, "/")
    assert "從這裡開始" in chinese
    assert "Start here" in english
    accounts = ("agency-nstc", "office", "member-01", "member-25", "announcer", "administrator")
    assert [name for name in accounts if name not in chinese or name not in english] == []


def test_one_press_signs_in_and_goes_on_where_the_button_said(visit: Visit) -> None:
    client = visit("public")

    answer = client.post("/demo/sign-in/", {"account": "agency-nstc", "next": "/en/register/"})

    assert answer.headers["Location"] == "/en/register/"
    assert "agency-nstc" in text_of(client, "/")


@pytest.mark.parametrize(
    "elsewhere", ["https://example.invalid/", "//example.invalid/", "javascript:alert(1)"]
)
def test_signing_in_never_leads_off_the_site(visit: Visit, elsewhere: str) -> None:
    answer = visit("public").post("/demo/sign-in/", {"account": "office", "next": elsewhere})

    assert answer.headers["Location"] == "/work/"


@pytest.mark.parametrize("field", [{"demo": False}, {"is_active": False}])
def test_only_the_demonstrations_own_accounts_are_let_in(visit: Visit, field: dict[str, bool]) -> None:
    Account.objects.filter(username="office").update(**field)
    client = visit("public")

    assert client.post("/demo/sign-in/", {"account": "office"}).status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("account", ["nobody", "", "office\x00", "x" * 10_000])
def test_an_account_that_is_not_there_is_not_found(visit: Visit, account: str) -> None:
    assert visit("public").post("/demo/sign-in/", {"account": account}).status_code == 404


def test_the_day_moves_forward(visit: Visit) -> None:
    answer = visit("public").post("/demo/day/", {"day": "114.7.1"}, follow=True)

    assert "示範日期是民國114年7月1日（2025-07-01）。" in words_of(answer.content)
    assert now().date() == dt.date(2025, 7, 1)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2025-06-01", "最近一次紀錄在民國114年6月2日，日期不能早於該次紀錄。"),
        ("2027-03-03", "示範的任期至民國116年3月2日止，請選該日以前。"),
        ("9999-12-31", "示範的任期至民國116年3月2日止，請選該日以前。"),
        ("2025-02-30", "在曆法上沒有這一天"),
        ("", "請填寫「前往哪一天」。"),
    ],
)
def test_a_day_the_demonstration_cannot_stand_at_is_refused(visit: Visit, day: str, sentence: str) -> None:
    client = visit("public")
    factories.draft_case(factories.renaming())

    answer = client.post("/demo/day/", {"day": day})

    assert answer.status_code == 422
    assert sentence in words_of(answer.content)
    assert now().date() == factories.DAY


def test_the_walk_begins_with_the_inventory() -> None:
    assert turn() == ("agency-nstc", "candidate_new")
    record_candidate(factories.acting("agency-nstc"), factories.renaming())
    assert turn() == ("agency-nstc", "inventory")


def test_a_case_goes_from_its_agency_to_the_office() -> None:
    case = factories.draft_case(factories.renaming())
    told = [step_of(case)]
    factories.write_dossier(case)
    told.append(step_of(case))
    review_by_panel(
        factories.acting("agency-nstc"), case.reference, Review(factories.DAY, 9, 8, "In favour.")
    )
    told.append(step_of(case))
    submit(factories.acting("agency-nstc"), case.reference)
    told.append(step_of(case))

    assert told == [
        ("agency-nstc", "填寫提報資料"),
        ("agency-nstc", "登錄專家審查結果"),
        ("agency-nstc", "提報關鍵技術辦公室"),
        ("office", "查核完成"),
    ]


def step_of(case: Case) -> tuple[str, str]:
    """Whose turn it is with the one open case, and what to do."""
    (scene,) = scenes(players(factories.acting("public").at))
    assert scene.hint.arguments == (case.reference,)
    assert scene.hint.player is not None
    return scene.hint.player.account.username, scene.hint.what.zh


def test_a_checked_case_waits_for_a_meeting_and_its_day() -> None:
    case = factories.checked_case(factories.renaming())
    told = [turn()]
    meeting = factories.called_meeting(NEXT_WEEK)
    told.append(turn())
    factories.listed_item(case, meeting)
    told.append(turn())
    factories.sign_for("member-07")
    told += [turn(), turn(NEXT_WEEK)]

    assert told == [
        ("office", "meeting_new"),
        ("office", "case_agenda"),
        ("member-07", "agreement"),
        (None, "demo"),
        ("office", "attendance"),
    ]


def test_in_the_room_members_and_the_office_take_turns() -> None:
    meeting = factories.called_meeting()
    item = factories.listed_item(factories.checked_case(factories.renaming()), meeting)
    factories.sign_for("member-07")
    office, members = factories.acting("office"), factories.attend(meeting, 13)
    told = [turn()]
    open_meeting(office, meeting.pk)
    told.append(turn())
    factories.declare_none(item, members[:1])
    told.append(turn())
    factories.declare_none(item, members[1:])
    told.append(turn())
    open_vote(office, item.pk)
    told.append(turn())
    record_hands(office, item.pk, {members[0].pk: "for"})
    told.append(turn())
    record_hands(office, item.pk, {member.pk: "for" for member in members[1:]})
    told.append(turn())
    close_vote(office, item.pk)
    told.append(turn())

    assert told == [
        ("office", "meeting"),
        ("member-02", "declare"),
        ("office", "item"),
        ("office", "item"),
        ("member-01", "vote"),
        ("office", "item"),
        ("office", "item"),
        ("office", "case_pre_announce"),
    ]
    assert Item.objects.get().outcome == Item.Outcome.APPROVED


def test_a_draft_is_commented_on_answered_and_announced() -> None:
    case = factories.pre_announced_case(factories.renaming(), days=7)
    sent = comment(factories.acting("public"), PreAnnouncement.objects.get(cases=case).pk, "One remark.")
    after = factories.DAY + dt.timedelta(days=8)
    told = [turn(), turn(after)]
    dispose_comment(factories.acting("office", after), int(sent.subject.split("/")[1]), "noted", "Thank you.")
    told.append(turn(after))

    assert told == [(None, "draft"), ("office", "comments"), ("announcer", "case_announce")]


def test_every_button_leads_to_a_page_that_opens_to_its_account(visit: Visit) -> None:
    client = visit("public")
    factories.draft_case(factories.addition())
    factories.reviewed_case(factories.addition())
    factories.approved_case(factories.addition())
    factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())

    found = scenes(players(now()))
    answers = {
        (scene.hint.player.account.username, scene.hint.page): client.post(
            "/demo/sign-in/",
            {"account": scene.hint.player.account.username, "next": address_of(scene)},
            follow=True,
        ).status_code
        for scene in found
        if scene.hint.player is not None
    }

    assert answers == {
        ("agency-nstc", "case"): 200,
        ("agency-nstc", "case_submit"): 200,
        ("office", "case_pre_announce"): 200,
        ("member-07", "agreement"): 200,
    }
    assert "以 member-07 繼續" in text_of(client, "/demo/")


def address_of(scene: Scene) -> str:
    """The page a hint leads to."""
    return reverse(scene.hint.page, args=scene.hint.arguments)


def test_outside_everybodys_term_the_page_says_so() -> None:
    assert scenes(players(factories.acting("public", dt.date(2027, 3, 3)).at)) == []
