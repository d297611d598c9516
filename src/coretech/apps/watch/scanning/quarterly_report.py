"""The quarterly scan report in print: ODT or PDF; in Chinese, with English names if wanted, or in English."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.documents.files import MEDIA_TYPES, DocumentFile
from coretech.apps.lists.words import country
from coretech.apps.watch.models import Assessment, Counted
from coretech.apps.watch.scanning.assessing import VERDICTS
from coretech.apps.watch.scanning.quarterly import Quarter, Quarterly, quarterly
from coretech.apps.watch.scanning.scans import ORIGINS
from coretech.apps.watch.signals.signal import KINDS, Signal
from coretech.engines.documents.errors import DocumentError
from coretech.engines.documents.model import (
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Language,
    Paragraph,
    Table,
)
from coretech.engines.documents.odt import to_odt
from coretech.engines.documents.pdf import to_pdf
from coretech.engines.indicators.thin import Warned
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused, not_found
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

_NUMERALS = "壹貳參肆"
_NONE = Sentence("本季沒有紀錄。", "Nothing was recorded this quarter.")
_NOTHING_FOUND = Sentence("沒有發現", "Nothing found")
_LOOKED = (
    Sentence("日期", "Day"),
    Sentence("技術或領域", "Technology or field"),
    Sentence("來源", "Sources"),
    Sentence("發現", "Found"),
    Sentence("查看者", "Who looked"),
)
_ASSESSED = (
    Sentence("日期", "Day"),
    Sentence("技術", "Technology"),
    Sentence("評估", "Assessment"),
    Sentence("理由", "Reasons"),
    Sentence("評估者", "By"),
)
_INDICATORS = (
    Sentence("技術", "Technology"),
    Sentence("著作", "Works"),
    Sentence("占比最高", "Leader"),
    Sentence("領先倍數", "Lead"),
    Sentence("注意", "Beware"),
)
_CAVEATS = (
    Sentence(
        "指標由公開書目資料計算，只代表發表的著作，不代表實際的技術能力；未發表、保密或以其他語言發表的不在內。",
        "Indicators are reckoned from open bibliographic data. They tell what is published, not what can be done; what "
        "is unpublished, secret or in other languages is missing.",
    ),
    Sentence(
        "占比為高被引著作中各國所占比例（分數計數）；領先倍數為第一名與第二名占比之比。",
        "Shares are of highly cited works, shared among their countries; the lead is the first share over the second.",
    ),
    Sentence(
        "訊號只列各機關都能閱覽的；計畫比對與候選項目不列入。",
        "Signals are those that every reader may know of; finds and candidates of agencies are left out.",
    ),
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the report speaks; with ``both`` a Chinese report gives English names beside the Chinese ones."""

    language: Language
    both: bool = False

    def say(self, words: Sentence) -> str:
        """Words in the report's language."""
        return words.say(self.language)

    def name(self, words: Sentence) -> str:
        """A name, in both languages where that is wanted."""
        if self.both and self.language != "en" and words.en != words.zh:
            return f"{words.zh}（{words.en}）"
        return self.say(words)

    def section(self, place: int, words: Sentence) -> Heading:
        """A numbered heading: 壹、 in Chinese, 1. in English."""
        return Heading(1, self.say(Sentence(f"{_NUMERALS[place]}、{words.zh}", f"{place + 1}. {words.en}")))

    def table(
        self, headings: Iterable[Sentence], rows: Iterable[Sequence[str]], widths: tuple[float, ...]
    ) -> Table:
        """A table with its headings in the report's language."""
        return Table(tuple(map(self.say, headings)), tuple(tuple(row) for row in rows), widths=widths)


def report_file(by: Acting, quarter: Quarter, form: str, tongue: Tongue) -> DocumentFile:
    """The report as ``odt`` or ``pdf``.

    Raises:
        Refused: (HTTP 403) for whoever does not read signals; 404 for another form; 409 where the typeface of PDFs is
            not installed.
    """
    if form not in MEDIA_TYPES:
        raise not_found("報告只有ODT與PDF格式。", "The report comes as odt or pdf.")
    document = report(by, quarter, tongue)
    try:
        content = to_odt(document) if form == "odt" else to_pdf(document)
    except DocumentError as error:
        raise Refused(error.sentence, status=409) from error
    return DocumentFile(f"scan-report-{quarter.year}-Q{quarter.number}.{form}", MEDIA_TYPES[form], content)


def report(by: Acting, quarter: Quarter, tongue: Tongue) -> Document:
    """The report as it stands now; a draft until the quarter is over."""
    found = quarterly(by, quarter)
    name = quarter.name
    title = tongue.say(Sentence(f"科技掃描季報（{name.zh}）", f"Quarterly technology scan, {name.en}"))
    draft = Sentence("草案", "Draft") if by.today <= quarter.last else None
    return Document(
        title=title,
        language=tongue.language,
        blocks=(
            *_looks(found, tongue),
            *_signals(found, tongue),
            *_assessments(found, tongue),
            *_indicators(found, tongue),
        ),
        created=by.at.replace(microsecond=0),
        author="coretech",
        kind=title,
        marking="" if draft is None else tongue.say(draft),
    )


def _looks(found: Quarterly, tongue: Tongue) -> Iterator[Block]:
    yield tongue.section(0, Sentence("掃描紀錄", "What was looked at"))
    if not found.looks:
        yield Paragraph(tongue.say(_NONE))
        return
    rows = (
        (
            tongue.say(said(each.looked_on)),
            tongue.name(each.what),
            f"{tongue.say(each.sources)}\n（{tongue.say(ORIGINS[each.origin])}）",
            tongue.say(each.found or _NOTHING_FOUND),
            tongue.say(each.who),
        )
        for each in found.looks
    )
    yield tongue.table(_LOOKED, rows, (2.5, 3.5, 4.5, 4.0, 2.5))


def _signals(found: Quarterly, tongue: Tongue) -> Iterator[Block]:
    yield tongue.section(1, Sentence("各項技術的訊號", "Signals by technology"))
    if not found.moved:
        yield Paragraph(tongue.say(_NONE))
    for topic, told in found.moved:
        yield Heading(2, tongue.name(topic.name))
        yield Bullets(tuple(Item(_line(each, tongue)) for each in told))
    yield Paragraph(tongue.say(_CAVEATS[2]), "note")


def _line(each: Signal, tongue: Tongue) -> str:
    kind, day = KINDS[each.kind], each.dated or each.at.astimezone(TAIPEI).date().isoformat()
    return tongue.say(
        Sentence(
            f"{day}　{kind.zh}：{each.what.zh}（{each.source.zh}）",
            f"{day}  {kind.en}: {each.what.en} ({each.source.en})",
        )
    )


def _assessments(found: Quarterly, tongue: Tongue) -> Iterator[Block]:
    yield tongue.section(2, Sentence("評估", "Assessments"))
    if not found.assessments:
        yield Paragraph(tongue.say(_NONE))
        return
    rows = (
        (
            tongue.say(said(each.at.astimezone(TAIPEI).date())),
            tongue.name(each.name),
            tongue.say(VERDICTS[Assessment.Verdict(each.verdict)]),
            each.reasons,
            "–" if each.by is None else tongue.say(each.by.name),
        )
        for each in found.assessments
    )
    yield tongue.table(_ASSESSED, rows, (2.5, 3.5, 2.5, 6.0, 2.5))


def _indicators(found: Quarterly, tongue: Tongue) -> Iterator[Block]:
    yield tongue.section(3, Sentence("指標與注意事項", "Indicators, and what to beware of"))
    yield from (Paragraph(tongue.say(each), "note") for each in _CAVEATS[:2])
    if found.run is None:
        yield Paragraph(tongue.say(Sentence("尚未計算指標。", "No indicators have been reckoned yet.")))
        return
    snapshot = found.run.snapshot
    about = f"{snapshot.source}, {snapshot.dated}"
    yield Paragraph(
        tongue.say(
            Sentence(
                f"快照：{about}，{snapshot.works}件著作；查詢：{snapshot.query or '全部'}。",
                f"Snapshot: {about}, {snapshot.works} works; query: {snapshot.query or 'all'}.",
            )
        )
    )
    if snapshot.note is not None:
        yield Paragraph(tongue.say(snapshot.note))
    if rows := [_indicator(each, tongue) for each in found.counted if each.works]:
        yield tongue.table(_INDICATORS, rows, (5.0, 2.0, 3.0, 2.0, 5.0))
    if empty := [tongue.name(each.technology.name) for each in found.counted if not each.works]:
        matched = Sentence(
            f"下列{len(empty)}項技術在這份快照裡沒有著作符合：{'、'.join(empty)}。",
            f"No works of this snapshot match {len(empty)} technologies: {'; '.join(empty)}.",
        )
        yield Paragraph(tongue.say(matched))


def _indicator(each: Counted, tongue: Tongue) -> tuple[str, ...]:
    beware = [tongue.say(Warned(name).said) for name in each.warnings]
    return (
        tongue.name(each.technology.name),
        str(each.works),
        tongue.say(country(each.leader)) if each.leader else "–",
        "–" if each.lead_ratio is None else f"{each.lead_ratio:.1f}",
        tongue.say(Sentence("；", "; ")).join(beware) or "–",
    )
