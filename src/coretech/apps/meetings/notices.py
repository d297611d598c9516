"""Who is told of a meeting, and how: by mail with a calendar file, without a word of what is on the agenda."""

import datetime as dt
from collections.abc import Iterable
from enum import Enum

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import Letter, post
from coretech.apps.bodies.queries import designated_on
from coretech.apps.meetings.calendar import calendar_of, name_of, page_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.seats import seats_of
from coretech.apps.people.models import Person
from coretech.engines.calendars.appointment import Method, Party
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence


class News(Enum):
    """What has happened to a meeting: the words before its name, and what calendars do."""

    CALLED = (Sentence("開會通知", "Notice of a meeting"), Method.REQUEST)
    CHANGED = (Sentence("開會通知更新", "Changed notice of a meeting"), Method.REQUEST)
    CANCELLED = (Sentence("會議取消", "Meeting cancelled"), Method.CANCEL)
    NOT_NEEDED = (Sentence("會議改期，原指派失效", "Meeting moved, you are no longer sent"), Method.CANCEL)
    INVITED = (Sentence("邀請列席", "Invitation to sit in"), Method.REQUEST)
    WITHDRAWN = (Sentence("取消列席邀請", "Invitation withdrawn"), Method.CANCEL)


_OWN_PAGES = {News.NOT_NEEDED: "/work/", News.INVITED: "/agreement/", News.WITHDRAWN: "/work/"}
"""Where those go who may not see the meeting's page."""


def tell(act: Act, meeting: Meeting, news: News) -> None:
    """Tell every member in office, whoever is sent in a member's place, and the observers with an account."""
    people = [seat.person for seat in seats_of(meeting)]
    people += stand_ins_on(meeting, meeting.day)
    people += [each.person for each in meeting.observers.select_related("person") if each.person is not None]
    tell_people(act, meeting, news, people)


def tell_people(act: Act, meeting: Meeting, news: News, people: Iterable[Person]) -> None:
    """Tell some people, each in the language of the account; whoever has none is reached on paper."""
    behind = {person.account_id: person for person in people if person.account_id is not None}
    accounts = Account.objects.filter(pk__in=behind, is_active=True).order_by("pk")
    post(act, [_letter(act, meeting, news, account, behind[account.pk]) for account in accounts])


def stand_ins_on(meeting: Meeting, day: dt.date) -> list[Person]:
    """Whom the agencies send to a meeting of the body on a day."""
    sent = designated_on(meeting.body, day).values()
    return [each.person for each in sent if each.person is not None]


def _letter(act: Act, meeting: Meeting, news: News, account: Account, person: Person) -> Letter:
    words, method = news.value
    reader = Party(person.name.say(account.language), account.email) if account.email else None
    return Letter(
        account=account.pk,
        subject=_subject(meeting, words),
        path=_OWN_PAGES.get(news) or page_of(meeting),
        text=_text(meeting, words).say(account.language),
        calendar=calendar_of(meeting, method, act.at, account.language, reader),
    )


def _subject(meeting: Meeting, words: Sentence) -> Sentence:
    name, day = name_of(meeting), said(meeting.held_on)
    return Sentence(f"{words.zh}：{name.zh}（{day.zh}）", f"{words.en}: {name.en} ({day.en})")


def _text(meeting: Meeting, words: Sentence) -> Sentence:
    """The notice itself: which meeting, when, where; the agenda stays on the page."""
    name, day = name_of(meeting), said(meeting.held_on)
    clock = f"{meeting.begins:%H:%M}–{meeting.ends:%H:%M}"
    return Sentence(
        f"{words.zh}\n\n{name.zh}\n時間：{day.zh} {clock}\n地點：{meeting.place}\n議程請至下列網址閱覽。",
        f"{words.en}\n\n{name.en}\nTime: {day.en}, {clock} (Taipei)\nPlace: {meeting.place}\nThe agenda is at:",
    )
