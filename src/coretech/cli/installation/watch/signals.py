"""``coretech signal``: signals by technology, assessments, the scan log and its quarterly report."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.watch.models import Assessment, ScanEntry
from coretech.apps.watch.operations import assess_signals, log_scan
from coretech.apps.watch.scanning.assessing import assessments_of, followed
from coretech.apps.watch.scanning.exporting import Format, written
from coretech.apps.watch.scanning.quarterly import Quarter
from coretech.apps.watch.scanning.quarterly_report import Tongue, report_file
from coretech.apps.watch.scanning.scans import Wanted, looks
from coretech.apps.watch.signals.gathering import require_reader, stream
from coretech.apps.watch.signals.topics import find_topic
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.handing import put
from coretech.cli.installation.options import day
from coretech.cli.installation.told import Told, table
from coretech.cli.installation.watch.signals_told import assessment_data, look_told, signal_told, topic_told

app = group(
    "技術訊號：列出、評估、掃描紀錄、季報", "signals by technology: list, assess, scan log, quarterly report"
)

Topic = Annotated[
    str,
    typer.Argument(
        metavar="TECHNOLOGY",
        help="例如 item-12、US-NSTC:1.1，見 signal list / such as item-12, see signal list",
    ),
]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="存到檔案 / the file to write")]
First = Annotated[dt.date | None, day("--first", "自哪一天", "from which day")]
Last = Annotated[dt.date | None, day("--last", "至哪一天", "to which day")]
Words = Annotated[str, typer.Option("--words", metavar="TEXT", help="含有的文字 / words it holds")]


class Language(StrEnum):
    """In which language a report is."""

    ZH = "zh"
    EN = "en"
    ZH_NAMES = "zh-names"


@reads(app, "list")
def list_signals(by: Acting) -> Told:
    """列出各項技術的訊號數，新訊號多的在前 / Every technology, what has most that is new first."""
    found = [topic_told(each) for each in followed(by)]
    return Told(
        [data for data, _ in found], lambda language: table([line(language) for _, line in found] or [[""]])
    )


@reads(app, "show")
def show(by: Acting, topic: Topic) -> Told:
    """一項技術的訊號與評估 / One technology's signals and assessments."""
    require_reader(by)
    of = find_topic(topic)
    found = [signal_told(each) for each in stream(by, of)]
    data = {
        "topic": of.key,
        "name": of.name.as_dict(),
        "signals": [data for data, _ in found],
        "assessments": [assessment_data(each) for each in assessments_of(by, of)],
    }
    return Told(data, lambda language: table([line(language) for _, line in found] or [[""]]))


@writes(app, "assess")
def assess(  # noqa: PLR0913 - an assessment is of a technology, a verdict with reasons, sources, and what was seen
    by: Acting,
    topic: Topic,
    *,
    verdict: Annotated[Assessment.Verdict, typer.Option(help="watch propose none")],
    reasons: Annotated[str, typer.Option(metavar="TEXT", help="理由 / the reasons")],
    source: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="依據的訊號，可多個 / a signal it rests on")
    ] = None,
    seen: Annotated[int, typer.Option(metavar="N", help="所見的最近評估編號 / the newest one you read")] = 0,
) -> Act:
    """評估一項技術的訊號 / Say what follows from a technology's signals, and why."""
    given = assess_signals.Assessed(verdict.value, reasons, tuple(source or ()), seen=seen)
    return assess_signals.assess_signals(by, topic, given)


@reads(app, "scans")
def scans(by: Acting, *, first: First = None, last: Last = None, words: Words = "") -> Told:
    """掃描紀錄 / The scan log."""
    found = [look_told(each) for each in looks(by, Wanted(first, last, words))]
    return Told(
        [data for data, _ in found], lambda language: table([line(language) for _, line in found] or [[""]])
    )


@reads(app, "export-scans")
def export_scans(  # noqa: PLR0913 - what is wanted of the log, in which form, and where to
    by: Acting,
    form: Annotated[Format, typer.Option("--format", help="格式 / the format")],
    out: Out,
    *,
    first: First = None,
    last: Last = None,
    words: Words = "",
) -> Told:
    """匯出掃描紀錄 / The scan log as CSV or ODS."""
    return put(out, written(looks(by, Wanted(first, last, words)), form))


@writes(app, "log-scan")
def log_a_scan(  # noqa: PLR0913 - an entry has these fields
    by: Acting,
    *,
    on: Annotated[dt.date, day("--on", "哪一天", "on which day")],
    region: Annotated[ScanEntry.Region, typer.Option(help="home abroad both")],
    source: Annotated[list[str], typer.Option(metavar="TEXT", help="來源，可多個 / a source looked at")],
    topic: Annotated[str, typer.Option(metavar="TECHNOLOGY", help="哪項技術 / which technology")] = "",
    field: Annotated[str, typer.Option(metavar="TEXT", help="或哪個領域 / or which field")] = "",
    found: Annotated[
        str, typer.Option(metavar="TEXT", help="發現，沒有就省略 / what was found, if anything")
    ] = "",
    link: Annotated[list[str] | None, typer.Option(metavar="URL", help="網址，可多個 / an address")] = None,
) -> Act:
    """登錄一次掃描；沒有發現也要登錄 / Record what was looked at; also where nothing was found."""
    looked = log_scan.Looked(region.value, on, "\n".join(source), topic, field, found, tuple(link or ()))
    return log_scan.log_scan(by, looked)


@reads(app, "report")
def report(
    by: Acting,
    year: Annotated[int, typer.Argument(metavar="YEAR", help="西元年 / the year")],
    quarter: Annotated[int, typer.Argument(metavar="QUARTER", min=1, max=4, help="季 / the quarter")],
    out: Out,
    language: Annotated[Language, typer.Option(help="zh en zh-names")] = Language.ZH,
) -> Told:
    """掃描季報（ODT或PDF，依副檔名） / The quarterly scan report, ODT or PDF by the file's name."""
    tongue = Tongue("en" if language is Language.EN else "zh-Hant-TW", both=language is Language.ZH_NAMES)
    file = report_file(by, Quarter(year, quarter), out.suffix.removeprefix(".").lower(), tongue)
    return put(out, file.content)
