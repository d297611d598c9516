"""The pre-announcement in the form of official letters: subject, explanation, matters announced."""

from collections.abc import Iterator, Sequence

from coretech.apps.cases.models import Case, PreAnnouncement
from coretech.apps.cases.states import State
from coretech.apps.documents.making.page import TO_BE_DATED, TO_BE_NUMBERED, Pair, facts, numbered
from coretech.apps.documents.making.published import changes, names
from coretech.apps.documents.making.source import Drafted, Source
from coretech.apps.documents.making.words import day
from coretech.apps.meetings.approvals import approvals_of
from coretech.engines.documents.model import Heading
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy

_TITLE = Sentence(
    "國家核心關鍵技術清單變動預告", "Draft change of the list of national core key technologies"
)
_EXPLANATION = Sentence("說明", "Explanation")
_MATTERS = Sentence("公告事項", "Matters announced")
_TABLE = Sentence("清單異動對照表", "What would change on the list")
_BASIS = Sentence(
    "國家安全法第3條第3項、國家核心關鍵技術認定辦法第2條及第6條。",
    "National Security Act, art. 3(3); determination regulation, arts. 2 and 6.",
)
_PRACTICE = Sentence(
    "預告依行政慣例辦理，認定辦法未規定；意見處理完畢後，由行政院公告。",
    "It is pre-announced by practice; no article asks for it. The Executive Yuan announces it once comments are dealt "
    "with.",
)


def make(source: Source) -> Drafted:
    """The pre-announcement the case stands in, with all its cases; a draft of this case alone before there is one.

    Raises:
        Refused: (HTTP 403) where a draft is closed to the reader; 409 before the council has approved the case.
    """
    approved = (
        source.case.stands_at is State.APPROVED
    )  # again, perhaps: what was published before is done with
    published = None if approved else source.case.pre_announcements.order_by("-pk").first()
    if published is None:
        source.require(Secrecy.CONFIDENTIAL)
        if not approved:
            raise wrong_state(
                "審議會通過後才能製作預告。", "A pre-announcement follows the council's approval."
            )
    cases = [source.case] if published is None else list(published.cases.order_by("reference"))
    blocks = (
        facts(source, _head(published, cases)),
        Heading(1, source.say(_EXPLANATION)),
        numbered(source, _explanation(cases)),
        Heading(1, source.say(_MATTERS)),
        numbered(source, _matters(published)),
        changes(source, cases, _TABLE),
    )
    level = Secrecy.CONFIDENTIAL if published is None else Secrecy.OPEN
    return Drafted(_TITLE, blocks, level, draft=published is None)


def _head(published: PreAnnouncement | None, cases: Sequence[Case]) -> Iterator[Pair]:
    listed = names(cases)
    yield Sentence("發文日期", "Date"), TO_BE_DATED if published is None else day(published.published_on)
    yield Sentence("發文字號", "Number"), TO_BE_NUMBERED if published is None else published.document_number
    yield (
        Sentence("主旨", "Subject"),
        Sentence(
            f"預告變動國家核心關鍵技術清單，涉及{listed.zh}，徵求各界意見。",
            f"The list of national core key technologies is to change: {listed.en}. Comments are invited.",
        ),
    )
    yield Sentence("依據", "By"), _BASIS


def _explanation(cases: Sequence[Case]) -> Iterator[Sentence]:
    for case in cases:
        approval = approvals_of(case).last()
        held = None if approval is None else day(approval.meeting.day)
        if held is not None:
            yield Sentence(
                f"「{case.name_zh}」一案，經審議會於{held.zh}審議通過。",
                f"The council approved “{case.name_en}” on {held.en}.",
            )
    yield _PRACTICE


def _matters(published: PreAnnouncement | None) -> Iterator[Sentence]:
    yield Sentence("異動項目如下表。", "The changes are in the table below.")
    if published is None:
        yield Sentence("意見截止日：（待定）。", "Comments are taken until a day to be given.")
    else:
        last = day(published.comments_until)
        yield Sentence(f"意見截止日：{last.zh}。", f"Comments are taken until {last.en}.")
    yield Sentence(
        "對預告內容有意見者，請於截止日前以網站「預告」頁面提出；每則意見均予回應，並去除個人資料後公開。",
        "Send comments on the website's page of pre-announcements by that day. Each is answered, and published without "
        "personal data.",
    )
