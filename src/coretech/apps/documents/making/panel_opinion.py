"""The panel's opinion as a document: who met, how it voted, what it found (art. 8)."""

from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import PanelReview
from coretech.apps.documents.making.about import about
from coretech.apps.documents.making.page import Pair, facts, prose, sections, table
from coretech.apps.documents.making.source import Drafted, Source
from coretech.apps.documents.making.words import METHODS, day, part_name
from coretech.engines.documents.model import Block, Signatures
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy

_TITLE = Sentence("專家審查意見", "The panel's opinion")
_SIGNED = (Sentence("審查會召集人", "Chair of the panel"), Sentence("紀錄", "Recorder"))
_UNKNOWN = Sentence("未記載", "not on record")
_PARTS = (Sentence("項目", "Part"), Sentence("審查時版次", "Version reviewed"))


def make(source: Source) -> Drafted:
    """The newest review of the case.

    Raises:
        Refused: (HTTP 403) where its opinion is closed to the reader; 409 where no panel has met on the case.
    """
    source.require(Secrecy.CONFIDENTIAL)
    review = source.case.reviews.order_by("-pk").first()
    if review is None:
        raise wrong_state("專家審查會尚未審查本案。", "No panel has reviewed the case yet.")
    parts: list[tuple[Sentence, tuple[Block, ...]]] = [
        (Sentence("會議與表決", "The meeting and the vote"), (facts(source, _figures(review)),)),
        (Sentence("審查意見", "Opinion"), prose(review.opinion)),
        (Sentence("附帶條件", "Conditions"), prose(review.conditions)),
        (Sentence("審查之提報資料", "The dossier reviewed"), _versions(source, review)),
    ]
    signed = Signatures(tuple(source.say(label) for label in _SIGNED))
    return Drafted(_TITLE, (*about(source), *sections(source, parts), signed), Secrecy.CONFIDENTIAL)


def result_of(review: PanelReview) -> Sentence:
    """Whether the panel was in favour, and by how many."""
    figures = Sentence(
        f"出席{review.present}人，贊成{review.in_favour}人",
        f"{review.present} present, {review.in_favour} in favour",
    )
    if review.favourable:
        return Sentence(f"通過（{figures.zh}）", f"in favour ({figures.en})")
    return Sentence(f"未通過（{figures.zh}）", f"not in favour ({figures.en})")


def _figures(review: PanelReview) -> tuple[Pair, ...]:
    return (
        (Sentence("會議日期", "Held on"), day(review.held_on)),
        (Sentence("方式", "How"), METHODS[PanelReview.Method(review.method)]),
        (Sentence("在任委員", "Members in office"), _people(review.in_office)),
        (Sentence("出席", "Present"), _people(review.present)),
        (Sentence("迴避", "Recused"), _people(review.recused)),
        (Sentence("贊成", "In favour"), _people(review.in_favour)),
        (Sentence("反對", "Against"), _people(review.against)),
        (Sentence("棄權", "Abstained"), _people(review.abstain)),
        (Sentence("結果", "Result"), result_of(review)),
    )


def _people(count: int | None) -> Sentence:
    return _UNKNOWN if count is None else Sentence(f"{count}人", str(count))


def _versions(source: Source, review: PanelReview) -> tuple[Block, ...]:
    rows = [(part_name(name), str(review.parts[name])) for name in PARTS if name in review.parts]
    return (table(source, _PARTS, rows, (3.0, 1.0)),) if rows else ()
