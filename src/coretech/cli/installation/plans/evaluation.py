"""``coretech evaluation``: evaluations of plans from their preparation to the report, and what followed."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.reports.evaluations.access import find_evaluation, visible_evaluations
from coretech.apps.reports.evaluations.state_report import printed_evaluation
from coretech.apps.reports.evaluations.states import STANDING_NAMES, STATE_NAMES, FollowStep, State
from coretech.apps.reports.operations import name_evaluator as naming
from coretech.apps.reports.operations.compile_evaluation import compile_evaluation
from coretech.apps.reports.operations.declare_interest import declare_interest
from coretech.apps.reports.operations.find import FindingGiven, find
from coretech.apps.reports.operations.follow_up import follow_up
from coretech.apps.reports.operations.prepare_evaluation import (
    EvaluationGiven,
    prepare_evaluation,
)
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from coretech.apps.reports.operations.score import score
from coretech.apps.reports.printed.printing import file_of
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.new_file import write_new
from coretech.cli.installation.options import Number, day
from coretech.cli.installation.plans.evaluation_given import criterion_of, mark_of
from coretech.cli.installation.plans.evaluation_told import data_of, finding_data, lines_of, visible_findings
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence

app = group("成果評估：籌備、申報、評分、彙整、報院", "evaluations: prepare, declare, score, compile, report")

EvaluationNo = Annotated[
    int, typer.Argument(metavar="EVALUATION", help="評估編號（見 evaluation list） / see evaluation list")
]
FindingNo = Annotated[
    int, typer.Argument(metavar="FINDING", help="發現編號（見 evaluation show） / see evaluation show")
]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="說明 / in words")]
Due = Annotated[dt.date, day("--due", "期限", "the day it is due")]
DueIfAny = Annotated[dt.date | None, day("--due", "期限", "the day it is due")]
ReportedOn = Annotated[dt.date, day("--on", "報院日期", "the day it was reported")]


@reads(app, "list")
def list_evaluations(by: Acting) -> Told:
    """列出可閱覽的評估 / The evaluations one may know of."""
    found = visible_evaluations(by)

    def lines(language: str) -> Iterable[str]:
        return table(
            [
                (each.pk, each.plan.slug, each.kind, each.year, STATE_NAMES[State(each.state)].say(language))
                for each in found
            ]
        )

    return Told(
        [data_of(each) for each in found],
        lines,
        None if found else Sentence("還沒有評估。", "There is none."),
    )


@reads(app, "show")
def show_evaluation(by: Acting, evaluation: EvaluationNo) -> Told:
    """一次評估：進度、結果、發現 / How an evaluation stands, what it says once told, its findings."""
    found = find_evaluation(by, evaluation)
    findings = visible_findings(by, found)

    def lines(language: str) -> Iterable[str]:
        yield from lines_of(by, found, language)
        for each in findings:
            yield f"{each.finding.pk}  {STANDING_NAMES[each.standing].say(language)}  {each.finding.text}"

    return Told({**data_of(found), "findings": [finding_data(each) for each in findings]}, lines)


@writes(app, "prepare")
def prepare(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="計畫代碼 / the plan")],
    *,
    kind: Annotated[Literal["mid_term", "final"], typer.Option(help="期中或期末 / mid_term or final")],
    year: Annotated[
        int, typer.Option(metavar="YEAR", help="評估至民國哪一年 / the ROC year it looks back from")
    ],
    due: Due,
    criterion: Annotated[
        list[str],
        typer.Option(
            metavar="ZH|EN|WEIGHT|MOST", help="構面，可重複；權重合計100 / repeat it; weights make 100"
        ),
    ],
) -> Act:
    """籌備評估 / Prepare an evaluation of a plan's newest version."""
    criteria = [criterion_of(each) for each in criterion]
    return prepare_evaluation(by, plan, EvaluationGiven(kind, year, due, criteria))


@writes(app, "name")
def name_evaluator(
    by: Acting,
    evaluation: EvaluationNo,
    expert: Annotated[str, typer.Argument(metavar="EXPERT", help="委員的帳號 / the expert's account")],
) -> Act:
    """聘請評估委員 / Ask an expert to evaluate."""
    return naming.name_evaluator(by, evaluation, expert)


@writes(app, "declare")
def declare(
    by: Acting,
    evaluation: EvaluationNo,
    *,
    element: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="有利益關係的項目，可重複 / repeat it")
    ] = None,
    text: Text = "",
) -> Act:
    """申報利益關係；沒有就不加 --element / Declare interests, none without --element."""
    return declare_interest(by, evaluation, element or [], text)


@writes(app, "score")
def score_element(
    by: Acting,
    evaluation: EvaluationNo,
    element: Annotated[str, typer.Argument(metavar="KEY", help="措施的鍵 / the measure's key")],
    *,
    mark: Annotated[
        list[str], typer.Option(metavar="NO=SCORE", help="構面=評分，每個構面一次 / one for each criterion")
    ],
) -> Act:
    """評分 / Score a measure by every criterion."""
    return score(by, evaluation, element, dict(map(mark_of, mark)))


@writes(app, "compile")
def compile_scores(
    by: Acting,
    evaluation: EvaluationNo,
    *,
    why: Annotated[
        str, typer.Option(metavar="TEXT", help="委員未評完的理由 / why, where somebody is not done")
    ] = "",
) -> Act:
    """彙整評分，之後不再變更 / Close the scoring for good."""
    return compile_evaluation(by, evaluation, why)


@writes(app, "find")
def find_something(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    evaluation: EvaluationNo,
    *,
    text: Text,
    recommendation: Annotated[str, typer.Option(metavar="TEXT", help="建議 / what is recommended")] = "",
    element: Annotated[str, typer.Option(metavar="KEY", help="措施的鍵；預設全案 / of which measure")] = "",
    agency: Annotated[
        str, typer.Option(metavar="AGENCY", help="請哪個機關辦理 / which agency is asked")
    ] = "",
    due: DueIfAny = None,
) -> Act:
    """登錄評估發現 / Record a finding."""
    return find(by, evaluation, FindingGiven(text, recommendation, element, agency, due))


@writes(app, "answer")
def answer(
    by: Acting,
    finding: FindingNo,
    step: Annotated[FollowStep, typer.Argument(metavar="STEP", help="answer, answer_done, accept, return")],
    *,
    text: Text = "",
) -> Act:
    """機關回應，或管考機關解除列管、退回 / Answer a finding, or settle or return the answer."""
    return follow_up(by, finding, step, text)


@writes(app, "report")
def report(by: Acting, evaluation: EvaluationNo, *, number: Number, on: ReportedOn) -> Act:
    """登錄報行政院備查 / Record the report to the Executive Yuan."""
    return report_evaluation(by, evaluation, number, on)


@reads(app, "file")
def file(
    by: Acting,
    evaluation: EvaluationNo,
    to: Annotated[Path, typer.Argument(metavar="FILE", help="新檔，.odt 或 .pdf / a new file, .odt or .pdf")],
) -> Told:
    """報院報告存成檔案 / The report as ODT or PDF."""
    found = find_evaluation(by, evaluation)
    made = file_of(by, printed_evaluation(found, "zh-Hant-TW"), to.suffix.removeprefix("."), "zh-Hant-TW")
    write_new(to, made.content)
    said = Sentence(f"已寫入 {to.name}", f"written to {to.name}")
    return Told({"file": to.name, "size": len(made.content)}, lambda language: [said.say(language)])
