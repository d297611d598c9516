"""The last scenes: pre-announcement, comments and their dispositions, the Executive Yuan's announcement."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Comment, PreAnnouncement
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.states import State
from coretech.apps.register.models import Announcement
from coretech.apps.register.operations.announce import Notice, announce, effect_ruling
from coretech.apps.register.operations.announce import check as announce_check
from coretech.demo.acting import acting_as
from coretech.demo.cast import ANNOUNCER, OFFICE
from coretech.demo.found import all_reached, draft, short_of
from coretech.demo.scene import PUBLIC, Came, Scene, on
from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_COMMENTS_UNTIL = dt.date(2026, 1, 23)
_PERIOD = dt.timedelta(days=60)
_OFFICE_NEEDS = dt.timedelta(days=3)
_ANSWERED_ON, _ANNOUNCED_ON = dt.date(2026, 1, 26), dt.date(2026, 2, 2)
_COMMENTS = (
    "建議說明單獨出口天線組件時是否屬於本項。",
    "支持新增姿態控制技術，請一併公布認定基準。",
)
_DISPOSITIONS = (
    (Comment.Disposition.NOTED, "本項以系統為範圍，組件依個案認定，納入後續說明參考。"),
    (Comment.Disposition.PARTLY, "認定基準涉及保密部分不公布，其餘將以說明文件公開。"),
)


def _publish(by: Acting) -> Came:
    references = tuple(case.reference for case in short_of(State.PRE_ANNOUNCED))
    number = _number(by, PreAnnouncement.objects.count() + 1)
    return Came(
        [pre_announce(by, Draft(references, number, by.today, max(_COMMENTS_UNTIL, by.today + _PERIOD)))]
    )


def _number(by: Acting, running: int) -> str:
    """A document number nobody can take for a real one."""
    return f"示範字第{roc_year(by.today.year)}{running:07d}號"


def _no_more_comments() -> bool:
    """Whether comments are there, or can no longer come."""
    published = draft()
    if published is None or all_reached(State.ANNOUNCED):
        return True
    return published.comments.exists() or not published.open_on(acting_as(PUBLIC).today)


def _comment(by: Acting) -> Came:
    published = draft()
    return Came([] if published is None else [comment(by, published.pk, text) for text in _COMMENTS])


def _waiting() -> list[Comment]:
    published = draft()
    return [] if published is None else list(published.comments.filter(disposition="").order_by("pk"))


def _answer(by: Acting) -> Came:
    refused = refusal_of(announce_check, acting_as(ANNOUNCER), short_of(State.ANNOUNCED)[0])
    acts = [
        dispose_comment(by, received.pk, *_DISPOSITIONS[place % len(_DISPOSITIONS)])
        for place, received in enumerate(_waiting())
    ]
    return Came(acts, (), refused)


def _announce(by: Acting) -> Came:
    waiting = short_of(State.ANNOUNCED)
    number = _number(by, Announcement.objects.exclude(document_number="").count() + 1)
    notice = Notice(tuple(case.reference for case in waiting), number, by.today, by.today)
    found = [effect_ruling(by, case) for case in waiting]
    return Came([announce(by, notice)], found)


def _after_comments(earliest: dt.date) -> dt.date:
    published = draft()
    return earliest if published is None else max(earliest, published.comments_until + _OFFICE_NEEDS)


SCENES = (
    Scene(
        Sentence("預告並徵求意見60日", "Pre-announcement; comments are invited for 60 days"),
        OFFICE,
        Action.PRE_ANNOUNCE,
        on(2025, 11, 24),
        lambda: all_reached(State.PRE_ANNOUNCED),
        _publish,
    ),
    Scene(
        Sentence("公眾表示意見", "The public comments"),
        PUBLIC,
        Action.COMMENT,
        on(2025, 12, 10),
        _no_more_comments,
        _comment,
    ),
    Scene(
        Sentence("辦公室逐則回應", "The Office answers each comment"),
        OFFICE,
        Action.DISPOSE_COMMENT,
        lambda: _after_comments(_ANSWERED_ON),
        lambda: not _waiting(),
        _answer,
    ),
    Scene(
        Sentence("行政院公告，清單成為新版本", "The Executive Yuan announces: the list's next edition"),
        ANNOUNCER,
        Action.ANNOUNCE,
        lambda: _after_comments(_ANNOUNCED_ON),
        lambda: all_reached(State.ANNOUNCED),
        _announce,
    ),
)
