"""The announcement in the form of official notices: date, number, subject, by what law, matters announced (art. 6)."""

from collections.abc import Iterator, Sequence

from coretech.apps.cases.models import Case
from coretech.apps.cases.states import State
from coretech.apps.documents.making.page import TO_BE_DATED, TO_BE_NUMBERED, Pair, facts, numbered
from coretech.apps.documents.making.published import changes, names
from coretech.apps.documents.making.source import Drafted, Source
from coretech.apps.documents.making.words import day
from coretech.apps.register.models import Announcement
from coretech.engines.documents.model import Heading
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy

_TITLE = Sentence("行政院公告", "Announcement of the Executive Yuan")
_MATTERS = Sentence("公告事項", "Matters announced")
_TABLE = Sentence("清單異動對照表", "What changes on the list")
_BASIS = Sentence(
    "國家安全法第3條第3項、國家核心關鍵技術認定辦法第6條。",
    "National Security Act, art. 3(3); determination regulation, art. 6.",
)


def make(source: Source) -> Drafted:
    """The announcement that put the case on the list, with all its cases; before that, a draft of the pre-announced.

    Raises:
        Refused: (HTTP 409) before the case was pre-announced.
    """
    made = Announcement.objects.filter(versions__case=source.case).order_by("-edition").first()
    if made is None and source.case.stands_at is not State.PRE_ANNOUNCED:
        raise wrong_state("預告後才能製作公告。", "An announcement follows the pre-announcement.")
    cases = _cases(source, made)
    blocks = (
        facts(source, _head(made, cases)),
        Heading(1, source.say(_MATTERS)),
        numbered(source, _matters(made)),
        changes(source, cases, _TABLE),
    )
    return Drafted(_TITLE, blocks, Secrecy.OPEN, draft=made is None)


def _cases(source: Source, made: Announcement | None) -> list[Case]:
    """The announcement's cases, or those of the draft that have not been announced in another."""
    if made is not None:
        return list(Case.objects.filter(versions__announcement=made).distinct().order_by("reference"))
    published = source.case.pre_announcements.order_by("-pk").first()
    if published is None:
        return [source.case]
    return list(published.cases.filter(state=State.PRE_ANNOUNCED.value).order_by("reference"))


def _head(made: Announcement | None, cases: Sequence[Case]) -> Iterator[Pair]:
    listed = names(cases)
    yield Sentence("發文日期", "Date"), TO_BE_DATED if made is None else day(made.announced_on)
    number = TO_BE_NUMBERED if made is None or not made.document_number else made.document_number
    yield Sentence("發文字號", "Number"), number
    yield (
        Sentence("主旨", "Subject"),
        Sentence(
            f"公告變動國家核心關鍵技術清單，涉及{listed.zh}。",
            f"The list of national core key technologies changes: {listed.en}.",
        ),
    )
    yield Sentence("依據", "By"), _BASIS


def _matters(made: Announcement | None) -> Iterator[Sentence]:
    yield Sentence("異動項目如下表。", "The changes are in the table below.")
    if made is None:
        yield Sentence("生效日期：（待定）。", "It takes effect on a day to be given.")
        return
    effective = day(made.effective_on)
    yield Sentence(
        f"自{effective.zh}生效；清單更新為第{made.edition}版。",
        f"It takes effect on {effective.en}; the list is now edition {made.edition}.",
    )
