"""Minutes from draft to correction: what the acts write, who words, signs, answers and confirms."""

import datetime as dt
from collections.abc import Callable

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Outbox
from coretech.apps.audit.queries import acts_of
from coretech.apps.meetings.minuting.content import Words, from_json
from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.minuting.replies import standing_of
from coretech.apps.meetings.models import Meeting, Minutes
from coretech.apps.meetings.operations.circulate_minutes import circulate_minutes
from coretech.apps.meetings.operations.confirm_minutes import confirm_minutes
from coretech.apps.meetings.operations.correct_minutes import correct_minutes
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.edit_minutes import edit_minutes
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.reply_to_minutes import reply_to_minutes
from coretech.apps.meetings.operations.sign_minutes import sign_minutes
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import minutes_factories

pytestmark = pytest.mark.usefixtures("stage")

ATTENDED = [f"member-{seat:02d}" for seat in (1, 2, 3, 4, 5, 6, *range(8, 16))]
LAST_DAY = factories.DAY + dt.timedelta(days=7)
NEXT_DAY = factories.DAY + dt.timedelta(days=8)


def refused(run: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        run()
    return caught.value


def office(day: dt.date = factories.DAY) -> Acting:
    return factories.acting("office", day)


def reply(minutes: Minutes, username: str, *, agrees: bool = True, note: str = "") -> None:
    reply_to_minutes(factories.acting(username), minutes.meeting_id, agrees=agrees, note=note)


def again(minutes: Minutes) -> Minutes:
    return Minutes.objects.select_related("meeting__body__agency").get(pk=minutes.pk)


def test_the_draft_says_what_the_acts_say(over: Meeting) -> None:
    content = from_json(newest_version(minutes_factories.drafted(over)).content)

    assert (content.year, content.session, content.chair, content.recorder) == (
        2025,
        1,
        "召集人（示範）",
        "辦公室承辦人（示範）",
    )
    assert content.opened_at == "2025-06-02T10:00+08:00"
    assert content.closed_at == "2025-06-02T11:35+08:00"
    assert [each.status for each in content.attendees].count("present") == minutes_factories.PRESENT
    assert [item.kind for item in content.items] == ["report", "case", "discussion", "motion"]
    assert [item.outcome for item in content.items] == ["noted", "approved", "approved", "approved"]
    assert [item.method for item in content.items] == ["", "named", "hands", "consent"]


def test_the_draft_counts_votes_as_they_were_cast_and_names_seats_only_where_the_vote_was_by_name(
    over: Meeting,
) -> None:
    content = from_json(newest_version(minutes_factories.drafted(over)).content)
    _, case, discussion, motion = content.items

    assert case.recused == (3,)
    assert (case.attending, case.entitled) == (14, 13)
    assert case.tally == {"for": 11, "against": 1, "abstain": 1}
    assert case.named is not None
    assert (case.named["2"], case.named["4"], case.named["1"]) == ("against", "abstain", "for")
    assert "3" not in case.named
    assert discussion.tally == {"for": 14, "against": 0, "abstain": 0}
    assert (discussion.named, motion.named) == (None, None)


def test_minutes_are_drafted_only_once_the_meeting_is_closed() -> None:
    meeting = factories.called_meeting()
    item = factories.listed_item(factories.checked_case(factories.addition()), meeting)
    factories.attend(meeting, 13)
    open_meeting(office(), meeting.pk)

    assert refused(lambda: draft_minutes(office(), item.meeting_id)).status == 409


def test_minutes_are_drafted_once(over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)

    assert refused(lambda: draft_minutes(office(), minutes.meeting_id)).status == 409


@pytest.mark.parametrize("username", ["member-01", "member-05", "agency-nstc", "announcer"])
def test_only_the_office_writes_the_council_s_minutes(username: str, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)
    by = factories.acting(username)

    assert refused(lambda: edit_minutes(by, minutes.meeting_id, minutes_factories.words())).status == 403


def test_each_edit_is_a_version_and_the_record_in_it_stays(over: Meeting) -> None:
    minutes = minutes_factories.worded(over)
    first, second = (from_json(version.content) for version in minutes.versions.all())

    assert second.items[1].discussion == minutes_factories.DISCUSSION
    assert second.items[1].tally == first.items[1].tally
    assert second.attendees == first.attendees


def test_an_edit_of_an_outdated_version_is_refused(over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    refusal = refused(lambda: edit_minutes(office(), minutes.meeting_id, Words("新的致詞"), seen=1))

    assert refusal.status == 409
    assert "重新載入" in refusal.sentence.zh


@pytest.mark.parametrize(
    "words",
    [Words(), Words("字" * 20_001), Words(items={9: ("一", "二")})],
    ids=["nothing new", "too long", "no such item"],
)
def test_bad_words_are_refused_and_leave_no_version(words: Words, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)

    assert refused(lambda: edit_minutes(office(), minutes.meeting_id, words)).status == 422
    assert minutes.versions.count() == 1


@pytest.mark.parametrize("username", ["member-05", "agency-nstc"])
def test_nobody_signs_but_the_chair_and_the_recorder(username: str, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    assert refused(lambda: minutes_factories.sign(minutes, username)).status == 403


def test_a_signature_needs_one_s_own_name(over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    refusal = refused(lambda: sign_minutes(factories.acting("member-01"), minutes.meeting_id, "別人"))

    assert (refusal.status, refusal.field) == (422, "signed_name")


def test_a_signature_is_under_one_version_and_given_once(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)

    assert refused(lambda: minutes_factories.sign(minutes, "member-01")).status == 409
    edit_minutes(office(), minutes.meeting_id, Words("改過的致詞"))
    assert not newest_version(minutes).signatures.exists()
    minutes_factories.sign(minutes, "member-01")


def test_unsigned_minutes_do_not_circulate(over: Meeting) -> None:
    minutes = minutes_factories.worded(over)
    minutes_factories.sign(minutes, "office")

    assert refused(lambda: circulate_minutes(office(), minutes.meeting_id, LAST_DAY)).status == 409


def test_the_last_day_to_answer_cannot_have_passed(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    yesterday = factories.DAY - dt.timedelta(days=1)

    assert refused(lambda: circulate_minutes(office(), minutes.meeting_id, yesterday)).field == "reply_until"


def test_whoever_holds_a_seat_that_attended_is_told_of_the_circulation(over: Meeting) -> None:
    minutes_factories.circulated(over)

    told = Outbox.objects.filter(act__kind="minutes.circulated").values_list("recipient__username", flat=True)

    assert sorted(told) == ATTENDED


def test_a_seat_that_did_not_attend_has_nothing_to_confirm(over: Meeting) -> None:
    minutes = minutes_factories.circulated(over)

    assert refused(lambda: reply(minutes, "member-20")).status == 403


def test_the_newest_answer_counts_and_an_objection_says_what_is_wrong(over: Meeting) -> None:
    minutes = minutes_factories.circulated(over)

    assert refused(lambda: reply(minutes, "member-02", agrees=False)).field == "note"
    reply(minutes, "member-02", agrees=False, note="第2案票數有誤")
    assert [each.note for each in standing_of(minutes).objecting] == ["第2案票數有誤"]
    reply(minutes, "member-02")
    standing = standing_of(minutes)
    assert (len(standing.agreeing), len(standing.objecting), len(standing.silent)) == (1, 0, 13)


def test_minutes_are_confirmed_by_circulation_once_everybody_agrees(over: Meeting) -> None:
    minutes = minutes_factories.circulated(over)
    for username in ATTENDED[:-1]:
        reply(minutes, username)

    assert "1位未回復" in refused(lambda: confirm_minutes(office(), minutes.meeting_id)).sentence.zh
    reply(minutes, ATTENDED[-1])
    confirm_minutes(office(), minutes.meeting_id)

    assert (again(minutes).state, again(minutes).confirmed_how) == ("confirmed", "circulation")


def test_silence_confirms_only_after_the_last_day(over: Meeting) -> None:
    minutes = minutes_factories.circulated(over)

    assert refused(lambda: confirm_minutes(office(LAST_DAY), minutes.meeting_id)).status == 409
    confirm_minutes(office(NEXT_DAY), minutes.meeting_id)
    assert again(minutes).state == "confirmed"


def test_an_objection_stops_confirmation_by_circulation_until_the_words_are_changed(over: Meeting) -> None:
    minutes = minutes_factories.circulated(over)
    reply(minutes, "member-02", agrees=False, note="漏記我的發言")

    assert "1位異議" in refused(lambda: confirm_minutes(office(NEXT_DAY), minutes.meeting_id)).sentence.zh
    edit_minutes(office(), minutes.meeting_id, minutes_factories.words("補記發言"))
    assert again(minutes).state == "draft"
    assert standing_of(again(minutes)).objecting == ()


def test_a_later_meeting_of_the_body_confirms_and_no_other(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    later = minutes_factories.held(dt.date(2025, 9, 1)).meeting
    called = factories.called_meeting(dt.date(2025, 10, 1))
    by = office(dt.date(2025, 9, 1))

    assert refused(lambda: confirm_minutes(by, minutes.meeting_id, minutes.meeting_id)).field == "at_meeting"
    assert refused(lambda: confirm_minutes(by, minutes.meeting_id, called.pk)).status == 409
    confirm_minutes(by, minutes.meeting_id, later.pk)
    assert again(minutes).confirmed_at_meeting == later


def test_confirmed_minutes_change_only_by_a_correction_with_its_reason(over: Meeting) -> None:
    minutes = minutes_factories.circulated(over)
    confirm_minutes(office(NEXT_DAY), minutes.meeting_id)
    words = minutes_factories.words("更正後的發言摘要")

    assert refused(lambda: edit_minutes(office(), minutes.meeting_id, words)).status == 409
    assert refused(lambda: correct_minutes(office(), minutes.meeting_id, words, " ")).field == "why"
    assert refused(lambda: correct_minutes(office(), minutes.meeting_id, words, "字" * 301)).field == "why"
    correct_minutes(office(), minutes.meeting_id, words, "漏字")

    newest = newest_version(minutes)
    assert (newest.number, newest.correction, newest.why) == (3, True, "漏字")
    assert minutes.versions.count() == 3


def test_what_is_not_confirmed_is_not_corrected(over: Meeting) -> None:
    minutes = minutes_factories.worded(over)

    refusal = refused(
        lambda: correct_minutes(office(), minutes.meeting_id, minutes_factories.words(), "漏字")
    )

    assert refusal.status == 409


def test_every_step_is_an_act_that_names_the_version_and_its_digest(over: Meeting) -> None:
    minutes = minutes_factories.circulated(over)
    acts = [act for act in acts_of(minutes.meeting.subject) if act.kind.startswith("minutes.")]

    assert [act.kind.split(".")[1] for act in acts] == ["drafted", "edited", "signed", "signed", "circulated"]
    assert acts[-1].public["sha256"] == newest_version(minutes).digest
    assert all("name" not in act.public for act in acts)
