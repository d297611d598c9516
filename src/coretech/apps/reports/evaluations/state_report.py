"""The report on an evaluation to the Executive Yuan for reference: scores, findings, what followed."""

from collections.abc import Iterator

from coretech.apps.reports.evaluations.access import TOLD
from coretech.apps.reports.evaluations.compiling import Compiled, compiled_of
from coretech.apps.reports.evaluations.following import Followed, findings_of
from coretech.apps.reports.evaluations.states import STANDING_NAMES, State
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.printed.printing import NOTHING, Cell, Press, Printed, number
from coretech.apps.reports.printed.report_charts import SCORES_ALT, scores_chart
from coretech.engines.documents.model import Block, Language
from coretech.engines.scoring.compiling import FEWEST, FORMULA
from coretech.kit.refusal import wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

KINDS = {
    Evaluation.Kind.MID_TERM: Sentence("期中成果評估", "Mid-term evaluation"),
    Evaluation.Kind.FINAL: Sentence("期末成果評估", "Final evaluation"),
}
_CRITERIA = (
    Sentence("評估構面", "Criterion"),
    Sentence("權重（%）", "Weight (%)"),
    Sentence("滿分", "Highest"),
    Sentence("平均", "Mean"),
)
_LINES = (
    Sentence("措施", "Measure"),
    Sentence("委員數", "Evaluators"),
    Sentence("總分", "Total"),
    Sentence("離散", "Spread"),
)
_FINDINGS = (
    Sentence("編號", "No."),
    Sentence("發現", "Finding"),
    Sentence("建議", "Recommendation"),
    Sentence("機關與期限", "Agency and day"),
    Sentence("辦理情形", "What followed"),
)


def printed_evaluation(evaluation: Evaluation, language: Language) -> Printed:
    """The report as it stands; a draft until it is reported.

    Raises:
        Refused: (HTTP 409) before the scores are compiled.
    """
    if State(evaluation.state) not in TOLD:
        raise wrong_state("評分彙整後才能製作報告。", "The report is made once the scores are compiled.")
    press, found = Press(language), compiled_of(evaluation)
    kind, years = KINDS[Evaluation.Kind(evaluation.kind)], press.year(evaluation.year)
    plan = evaluation.version.title
    title = Sentence(
        f"「{plan}」{kind.zh}報告（截至{years.zh}）", f"{kind.en} of “{plan}” to the end of {years.en}"
    )
    blocks = (*_about(press, evaluation, found), *_scores(press, found), *_findings(press, evaluation))
    stem = f"{evaluation.plan.slug}-{evaluation.kind.replace('_', '-')}-{evaluation.year}"
    return Printed(title, blocks, stem, draft=evaluation.state != State.REPORTED)


def _about(press: Press, evaluation: Evaluation, found: Compiled) -> Iterator[Block]:
    yield press.section(0, Sentence("評估概要", "About the evaluation"))
    yield press.facts(_facts(evaluation, found))
    yield press.table(_CRITERIA, _criteria(found), (5.0, 2.0, 2.0, 2.0))


def _facts(evaluation: Evaluation, found: Compiled) -> Iterator[tuple[Sentence, Cell]]:
    yield Sentence("計畫", "Plan"), evaluation.version.title
    yield Sentence("版次", "Version"), str(evaluation.version.version)
    yield Sentence("評估委員", "Evaluators"), Sentence(f"{found.evaluators}位", str(found.evaluators))
    yield Sentence("評分措施", "Measures scored"), str(len(found.lines))
    yield Sentence("總平均", "Mean of all"), number(found.mean)
    if evaluation.reported_on is not None:
        yield Sentence("報院文號", "Document"), evaluation.document_no
        yield Sentence("報院日期", "Reported on"), said(evaluation.reported_on)


def _criteria(found: Compiled) -> Iterator[tuple[Cell, ...]]:
    for each in found.criteria:
        mean = number(found.mean_by(each))
        yield Sentence(each.zh, each.en), number(each.weight), str(each.most), mean


def _scores(press: Press, found: Compiled) -> Iterator[Block]:
    yield press.section(1, Sentence("評分結果", "Scores"))
    yield press.figure(scores_chart(found, press.language), SCORES_ALT, Sentence("總分", "Total scores"))
    for chapter in found.chapters:
        element = chapter.element
        yield press.heading(f"{element.code} {element.title}".strip() or element.key)
        yield press.prose(
            Sentence(f"平均總分：{number(chapter.mean)}", f"Mean of the totals: {number(chapter.mean)}")
        )[0]
        rows = (
            (
                f"{line.element.code} {line.element.title}".strip() or line.element.key,
                str(line.scored.total.count),
                number(line.scored.total.mean),
                number(line.scored.total.deviation),
            )
            for line in chapter.lines
        )
        yield press.table(_LINES, rows, (6.0, 2.0, 2.0, 2.0))
    if found.thin:
        yield press.note(
            Sentence(
                f"有{len(found.thin)}項措施的評分委員不足{FEWEST}位，平均僅供參考。",
                f"Measures scored by fewer than {FEWEST} evaluators: {len(found.thin)}; their means say little.",
            )
        )
    yield press.note(FORMULA)


def _findings(press: Press, evaluation: Evaluation) -> Iterator[Block]:
    yield press.section(2, Sentence("評估發現與後續辦理", "Findings, and what followed"))
    found = findings_of(evaluation)
    if not found:
        yield from press.prose(NOTHING)
        return
    yield press.table(_FINDINGS, (_finding(press, each) for each in found), (1.0, 4.0, 4.0, 3.0, 4.0))


def _finding(press: Press, each: Followed) -> tuple[Cell, ...]:
    finding = each.finding
    asked = "–"
    if finding.agency is not None and finding.due_on is not None:
        asked = f"{press.say(finding.agency.name_on(finding.due_on))}\n{press.say(said(finding.due_on))}"
    followed = (
        f"{press.say(STANDING_NAMES[each.standing])}\n{each.steps[-1].text if each.steps else ''}".strip()
    )
    return (
        str(finding.number),
        finding.text,
        finding.recommendation or "–",
        asked,
        followed if finding.agency else "–",
    )
