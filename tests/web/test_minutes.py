"""The pages of minutes: read, word, sign, circulate, answer, confirm, correct."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from coretech.apps.meetings.models import Meeting, Minutes
from coretech.apps.meetings.operations.confirm_minutes import confirm_minutes
from coretech.web.minutes.tasks import minutes_tasks
from tests import factories
from tests.factories import minutes_factories
from tests.web.page_text import text_of

Visit = Callable[[str], Client]

PAGES = ("edit", "signature", "circulation", "reply", "confirmation", "correction", "versions")


def address(minutes: Minutes, step: str = "") -> str:
    return f"/meetings/{minutes.meeting_id}/minutes/{step}{'/' if step else ''}"


def post(client: Client, minutes: Minutes, step: str, **given: str | int) -> int:
    return client.post(address(minutes, step), {"once": f"{step}-{given}", **given}).status_code


@pytest.mark.parametrize("username", ["public", "agency-nstc", "announcer", "administrator"])
def test_nobody_else_learns_of_minutes(visit: Visit, username: str, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)
    client = visit(username)

    for page in ("", *PAGES, "versions/1", "versions/1/odt", "versions/1/pdf"):
        assert client.get(address(minutes, page)).status_code == 404


def test_the_office_drafts_with_one_button_and_a_double_click_drafts_once(
    visit: Visit, over: Meeting
) -> None:
    client, page = visit("office"), f"/meetings/{over.pk}/minutes/"

    assert "製作草稿" in text_of(client, page)
    assert [client.post(page, {"once": "d"}).status_code for _ in range(2)] == [302, 302]
    assert Minutes.objects.get().versions.count() == 1
    assert visit("member-05").get(page).status_code == 200


def test_a_member_finds_no_minutes_before_the_draft(visit: Visit, over: Meeting) -> None:

    assert visit("member-05").get(f"/meetings/{over.pk}/minutes/").status_code == 404


def test_the_page_reads_as_the_minutes_do_in_both_languages(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)
    chinese = text_of(visit("office"), address(minutes))
    english = text_of(visit("office"), "/en" + address(minutes))

    for words in (
        "伍、主席致詞",
        "贊成11票、反對1票、棄權1票",
        minutes_factories.DISCUSSION,
        "草稿 密",
        "第3席",
    ):
        assert words in chinese.replace("\u3000", " ")
    for words in ("7. Items for discussion", "for 11, against 1, abstaining 1", "Chinese, which prevails"):
        assert words in english


def test_a_recused_member_s_pages_hold_nothing_of_the_item(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)
    client = visit(minutes_factories.RECUSED)

    for page in ("", "versions/2"):
        text = text_of(client, address(minutes, page))
        assert "閱覽人就本案迴避" in text
        assert minutes_factories.DISCUSSION not in text
        assert "贊成11票" not in text
        assert "2025-0001" not in text


def test_no_reason_of_a_recusal_is_on_any_page(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.signed(over)

    for page in ("", "edit", "signature", "circulation", "versions", "versions/1", "versions/2"):
        content = visit("office").get(address(minutes, page)).content.decode()
        assert minutes_factories.DETAIL not in content
        assert "二親等" not in content


def test_the_words_of_each_item_are_edited_in_one_form(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)
    given = {f"{field}_{order}": "" for field in ("discussion", "wording") for order in (1, 2, 3, 4)}

    assert post(visit("office"), minutes, "edit", seen=1, **given | {"discussion_2": "新的摘要"}) == 302

    assert "新的摘要" in text_of(visit("office"), address(minutes, "versions/2"))


def test_an_edit_of_a_version_that_is_no_longer_the_newest_is_refused(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    assert post(visit("office"), minutes, "edit", seen=1, opening="x") == 409
    assert minutes.versions.count() == 2


def test_too_long_a_text_is_told_at_its_field_and_kept(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)

    answer = visit("office").post(address(minutes, "edit"), {"seen": 1, "opening": "字" * 20_001})

    assert answer.status_code == 422
    assert "最多20000個字" in answer.content.decode()


def test_a_member_is_offered_no_edit(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)

    assert visit("member-05").get(address(minutes, "edit")).status_code == 403
    assert "修改文字" not in text_of(visit("member-05"), address(minutes))


def test_the_way_from_signature_to_correction(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)
    office, chair = visit("office"), visit("member-01")

    assert post(chair, minutes, "signature", seen=2, signed_name="別人") == 422
    assert post(chair, minutes, "signature", seen=2, signed_name="召集人（示範）") == 302
    assert post(office, minutes, "circulation", seen=2, reply_until="114.6.9") == 409
    assert post(office, minutes, "signature", seen=2, signed_name="辦公室承辦人（示範）") == 302
    assert post(office, minutes, "circulation", seen=2, reply_until="114.6.9") == 302
    assert post(visit("member-02"), minutes, "reply", seen=2, answer="objects") == 422
    assert post(visit("member-02"), minutes, "reply", seen=2, answer="objects", note="漏記發言") == 302
    assert "第2席：漏記發言" in text_of(office, address(minutes))
    assert "漏記發言" not in text_of(visit("member-05"), address(minutes))
    assert post(office, minutes, "confirmation", seen=2, at_meeting="") == 409
    assert post(visit("member-02"), minutes, "reply", seen=2, answer="agrees") == 302
    confirm_minutes(factories.acting("office", factories.DAY.replace(month=7)), minutes.meeting_id)
    assert post(office, minutes, "correction", seen=2, opening="更正的致詞") == 422
    assert post(office, minutes, "correction", seen=2, opening="更正的致詞", why="誤植") == 302
    assert "誤植" in text_of(office, address(minutes, "versions"))


def test_the_signature_s_page_shows_the_hash_of_what_is_signed(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    assert minutes.versions.get(number=2).digest in text_of(visit("member-01"), address(minutes, "signature"))


def test_a_version_shows_what_it_changed(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    content = visit("office").get(address(minutes, "versions/2")).content.decode()

    assert "<ins>" in content
    assert minutes_factories.DISCUSSION in content


@pytest.mark.parametrize("version", ["0", "9", "99999999999999999999"])
def test_a_version_that_is_not_there_is_not_found(visit: Visit, version: str, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)

    for page in (f"versions/{version}", f"versions/{version}/pdf"):
        assert visit("office").get(address(minutes, page)).status_code == 404


@pytest.mark.parametrize(("form", "start"), [("odt", b"PK"), ("pdf", b"%PDF")])
def test_the_minutes_are_taken_away_as_a_file(visit: Visit, form: str, start: bytes, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)

    answer = visit("office").get(address(minutes, f"versions/1/{form}"))

    assert answer.content.startswith(start)
    assert f".{form}" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_my_work_names_the_step_that_waits_for_each(visit: Visit, over: Meeting) -> None:
    visit("public")
    assert tasks("office") == [reverse("minutes", args=[over.pk])]

    minutes = minutes_factories.drafted_for(over)
    assert tasks("office") == tasks("member-01") == [reverse("minutes_sign", args=[over.pk])]

    minutes_factories.sent_round(minutes)
    client = visit("member-02")
    assert tasks("office") == []
    assert tasks("member-02") == [reverse("minutes_reply", args=[over.pk])]
    assert post(client, minutes, "reply", seen=1, answer="agrees") == 302
    assert tasks("member-02") == []


def tasks(username: str) -> list[str | None]:
    return [task.href for task in minutes_tasks(factories.acting(username))]
