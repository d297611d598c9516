"""The Office's research note: what the law says of the dossier, what is still weak, what the Office found (art. 4)."""

from collections.abc import Iterator

from coretech.apps.audit.rulings import require
from coretech.apps.cases.content_check import warnings
from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import OfficeCheck
from coretech.apps.cases.operations import submit
from coretech.apps.documents.making.about import about
from coretech.apps.documents.making.page import NONE, Pair, facts, numbered, prose, sections, table
from coretech.apps.documents.making.panel_opinion import result_of
from coretech.apps.documents.making.source import Drafted, Source, highest
from coretech.apps.documents.making.words import day, day_of
from coretech.apps.meetings.queries import dossier_ruling
from coretech.engines.documents.model import Block, Heading, Paragraph
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.law.catalogue import ENTRIES
from coretech.law.citation import all_cited
from coretech.law.ruling import Outcome, Ruling

_TITLE = Sentence("關鍵技術辦公室研析意見", "Research note of the Office")
_OUTCOMES = {
    Outcome.YES: Sentence("符合", "yes"),
    Outcome.NO: Sentence("不符合", "no"),
    Outcome.NOT_APPLICABLE: Sentence("不適用", "does not apply"),
}
_COLUMNS = (
    Sentence("檢核事項", "Question"),
    Sentence("結果", "Answer"),
    Sentence("依據", "By"),
    Sentence("理由", "Why"),
)
_WIDTHS = (4.0, 1.6, 2.4, 6.0)
_NOT_CHECKED = Sentence("尚未查核。", "Not checked yet.")


def make(source: Source) -> Drafted:
    """The note, with the law's rulings of the day.

    Raises:
        Refused: (HTTP 403) with the ruling that keeps the dossier closed.
    """
    require(dossier_ruling(source.by, source.case), status=403)
    checks = source.view.shown(source.case.checks.all(), "note")
    parts = [
        (Sentence("法規檢核", "What the law says"), _rulings(source)),
        (Sentence("專家審查與其他機關", "Panel and other authority"), (facts(source, _others(source)),)),
        (Sentence("提報資料待補強之處", "What is still weak in the dossier"), _weak(source)),
        (Sentence("查核紀錄", "The Office's checks"), tuple(_checks(source, checks))),
        (Sentence("研析結論", "Conclusion"), (Paragraph(source.say(_conclusion(checks))),)),
    ]
    opened = (
        Secrecy(part.level) for name, part in source.view.parts.items() if source.view.part(name).is_yes
    )
    level = highest(opened, Secrecy.CONFIDENTIAL)
    return Drafted(_TITLE, (*about(source), *sections(source, parts)), level, draft=not checks)


def _rulings(source: Source) -> tuple[Block, ...]:
    return (table(source, _COLUMNS, map(_row, submit.rulings(source.by, source.case)), _WIDTHS),)


def _row(ruling: Ruling) -> tuple[Sentence, ...]:
    title = ENTRIES[ruling.question].question.title
    cited = all_cited(article.number for article in ruling.articles)
    disputed = Sentence(
        f"{ruling.reason.zh}（條文另有解讀，結果不同）",
        f"{ruling.reason.en} (another reading gives another answer)",
    )
    return title, _OUTCOMES[ruling.outcome], cited, disputed if ruling.disputed else ruling.reason


def _others(source: Source) -> Iterator[Pair]:
    case = source.case
    review = case.reviews.order_by("-pk").first()
    panel = Sentence("專家審查", "Panel's review")
    if review is None:
        yield panel, NONE
    else:
        held, result = day(review.held_on), result_of(review)
        yield panel, Sentence(f"{held.zh}，{result.zh}", f"{held.en}: {result.en}")
    if case.authority_id != case.submitter_id:
        invited = case.other_authority_invited
        name = case.authority.name_on(source.day)
        yield (
            Sentence("擬任主管機關", "Proposed authority"),
            Sentence(f"{name.zh}，已邀請參與研議", f"{name.en}, invited to take part")
            if invited
            else Sentence(f"{name.zh}，尚未邀請", f"{name.en}, not invited yet"),
        )


def _weak(source: Source) -> tuple[Block, ...]:
    """What a reviewer would ask for, from the parts that open to the reader alone."""
    opened = [
        source.view.parts[name]
        for name in PARTS
        if name in source.view.parts and source.view.part(name).is_yes
    ]
    found = [warning for part in opened if part.content for warning in warnings(content_of(part))]
    return (numbered(source, found),) if found else ()


def _checks(source: Source, checks: tuple[OfficeCheck, ...]) -> Iterator[Block]:
    if not checks:
        yield Paragraph(source.say(_NOT_CHECKED))
    for check in checks:
        at = day_of(check.checked_at)
        passed = Sentence(f"{at.zh}：查核完成", f"{at.en}: passed")
        returned = Sentence(f"{at.zh}：退回補正", f"{at.en}: returned for completion")
        yield Heading(2, source.say(passed if check.passed else returned))
        yield from prose(check.note)


def _conclusion(checks: tuple[OfficeCheck, ...]) -> Sentence:
    if not checks:
        return _NOT_CHECKED
    if checks[-1].passed:
        return Sentence("查核完成，擬提請審議會審議。", "The check is passed; it is proposed to the council.")
    return Sentence("已退回提報機關補正。", "Returned to the submitting agency for completion.")
