"""``coretech consultation``: asking stakeholders, who has answered, and the table of the public's comments."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.comment_sheet import Format, comment_sheet
from coretech.apps.cases.consulting import Asked, asked, asked_in, find_consultation
from coretech.apps.cases.fields import SeenCase
from coretech.apps.cases.models import Consultation
from coretech.apps.cases.operations.close_consultation import close_consultation
from coretech.apps.cases.operations.consult import Question, consult
from coretech.apps.cases.operations.remind_stakeholder import remind_stakeholder
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import seen
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.new_file import write_new
from coretech.cli.installation.options import Reference, day
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

app = group(
    "徵詢利害關係人、匯出公眾意見", "stakeholders asked for their view, and the table of public comments"
)

ConsultationId = Annotated[
    int,
    typer.Argument(metavar="CONSULTATION", help="徵詢編號（見 consultation list） / see consultation list"),
]
Group = Annotated[Consultation.Group, typer.Option(help="類別 / the stakeholder's group")]
AnswerBy = Annotated[dt.date, day("--answer-by", "回復期限", "the last day to answer")]


@reads(app, "list")
def list_consultations(by: Acting, reference: Reference) -> Told:
    """列出一案的徵詢：誰已回復、誰還沒有 / Who was asked in a case, and who has answered."""
    case = find_case(by, reference)
    rows = asked_in(by, case)
    reader = seen(by, case)
    lines = [
        (each.consultation.pk, each.consultation.group, each.consultation.name, each.stage.value)
        for each in rows
    ]
    return Told([_data(reader, each) for each in rows], lambda _language: table(lines))


@reads(app, "show")
def show_consultation(by: Acting, consultation: ConsultationId) -> Told:
    """一則徵詢與回復 / One consultation with its answer."""
    found = find_consultation(by, consultation)
    each, reader = asked(found, by.today), seen(by, found.case)

    def lines(_language: str) -> Iterable[str]:
        yield f"{found.number}  {found.group}  {found.name}  {each.stage.value}  {found.answer_by}"
        yield found.question
        if each.answer is not None and reader.shows(each.answer, "text"):
            yield f"{each.answer.receipt}: {each.answer.text}"

    return Told(_data(reader, each), lines)


@writes(app, "ask")
def ask(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    reference: Reference,
    *,
    group: Group,
    name: Annotated[str, typer.Option(help="姓名 / whom to ask")],
    email: Annotated[str, typer.Option(help="電子郵件 / where the link goes")],
    answer_by: AnswerBy,
    text: Annotated[str | None, typer.Option(help="給外部看的問題 / the question, for outsiders")] = None,
    file: Annotated[
        Path | None, typer.Option(help="問題檔，- 為標準輸入 / a file; - is standard input")
    ] = None,
    organisation: Annotated[str, typer.Option(help="機構 / the organisation")] = "",
    level: Annotated[
        str, typer.Option(help="open 公開，internal 限受徵詢者 / open, or for those asked")
    ] = "open",
) -> Act:
    """以信件連結徵詢一位利害關係人 / Ask one stakeholder by a link in a mail."""
    words = text_from(text, file)
    return consult(by, reference, Question(group, name, email, words, answer_by, organisation, level))


@writes(app, "remind")
def remind(by: Acting, consultation: ConsultationId) -> Act:
    """提醒尚未回復的對象，以一次為限 / Remind whoever has not answered, once."""
    return remind_stakeholder(by, consultation)


@writes(app, "close")
def close(
    by: Acting,
    consultation: ConsultationId,
    why: Annotated[str, typer.Option(help="理由；期限前撤回時必填 / why; before the last day")] = "",
) -> Act:
    """結束徵詢；逾期未回復記為無意見 / Close it; silence after the last day is no view."""
    return close_consultation(by, consultation, why)


@reads(app, "comments")
def export_comments(
    by: Acting,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="新檔案，.csv 或 .ods / a new .csv or .ods file")
    ],
) -> Told:
    """匯出全部公眾意見與處理結果，不含送件人 / Write all public comments with their dispositions."""
    ending = file.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        raise bad_input("file", "檔名應以 .csv 或 .ods 結尾。", "The file's name ends in .csv or .ods.")
    write_new(file, comment_sheet(by, Format(ending)))
    done = Sentence(f"已匯出至 {file}", f"written to {file}")
    return Told({"file": str(file)}, lambda language: [done.say(language)])


def _data(reader: SeenCase, each: Asked) -> dict[str, object]:
    """The consultation as programs read it; no e-mail address, and the answer only where it opens."""
    found, answer = each.consultation, each.answer
    opens = answer is not None and reader.shows(answer, "text")
    return {
        "id": found.pk,
        "number": found.number,
        "group": found.group,
        "name": found.name,
        "organisation": found.organisation,
        "question": found.question,
        "level": found.level,
        "stage": each.stage.value,
        "answer_by": found.answer_by.isoformat(),
        "asked_at": moment(found.asked_at),
        "receipt": None if answer is None else answer.receipt,
        "answer": answer.text if answer is not None and opens else None,
    }
