"""``coretech question``: official scope questions and the answers that are published."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import secret_of
from coretech.apps.audit.models import Act
from coretech.apps.scope.asked import AskedOf, authorities_of
from coretech.apps.scope.digests import digests_like
from coretech.apps.scope.letters import FOLLOWED_AT
from coretech.apps.scope.models import Question
from coretech.apps.scope.operations.answer_question import Answered, answer_question
from coretech.apps.scope.operations.ask_back import ask_back
from coretech.apps.scope.operations.ask_question import Asked, ask_question
from coretech.apps.scope.operations.take_question import take_question
from coretech.apps.scope.operations.transfer_question import transfer_question
from coretech.apps.scope.queries import find_question, is_late, require_reader, visible_questions
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import Why
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, act_told, moment, table
from coretech.kit.sentence import Sentence

app = group("範疇詢問：提出、列出、受理、答覆", "scope questions: ask, list, take, answer")

QuestionNumber = Annotated[
    str, typer.Argument(metavar="QUESTION", help="編號，例如 114-Q-0001 / its number, such as 114-Q-0001")
]
Place = Annotated[int, typer.Option(help="第幾項技術 / which technology")]
File = Annotated[Path | None, typer.Option(help="內容檔，- 為標準輸入 / a file; - is standard input")]
Text = Annotated[str | None, typer.Option(help="內容，勿含機密 / the text, without secrets")]


@reads(app, "list")
def list_questions(by: Acting) -> Told:
    """列出可閱覽的詢問，不列詢問人 / List the questions that may be seen, without their askers."""
    require_reader(by)
    found = list(visible_questions(by))

    def lines(_language: str) -> list[str]:
        return table([_row(by, each) for each in found])

    return Told([_data(by, each) for each in found], lines)


@reads(app, "show")
def show_question(by: Acting, number: QuestionNumber) -> Told:
    """一件詢問的內容；加密內容只能在網頁開啟 / One question; what is sealed opens on the pages alone."""
    found = find_question(by, number)
    asked = [(each.place, each.name, each.description) for each in found.technologies.all()]

    def lines(_language: str) -> Iterable[str]:
        yield "  ".join(map(str, _row(by, found)))
        for place, name, description in asked:
            yield from ["", f"{place}. {name}", description]

    technologies = [dict(zip(("place", "name", "description"), each, strict=True)) for each in asked]
    return Told({**_data(by, found), "technologies": technologies}, lines)


@reads(app, "answers")
def list_answers(
    by: Acting, words: Annotated[str, typer.Argument(help="字詞，可不填 / words; none for all")] = ""
) -> Told:
    """列出公開答覆 / List the answers that are published."""
    found = digests_like(words, None, by.today)

    def lines(language: str) -> list[str]:
        said = "en" if language.startswith("en") else "zh"
        return table(
            [(each.number, each.item or "-", each.answer, each.technology.say(said)) for each in found]
        )

    return Told(
        [
            {
                "number": each.number,
                "no": each.item,
                "technology": each.technology.as_dict(),
                "verdict": each.answer,
                "reasons": each.reasons.as_dict(),
                "answered_on": each.answered_on.isoformat(),
                "standing": each.standing,
            }
            for each in found
        ],
        lines,
    )


@writes(app, "ask", by_public=True)
def ask(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    *,
    name: Annotated[str, typer.Option(help="姓名 / your name")],
    contact: Annotated[str, typer.Option(help="電子郵件 / your e-mail address")],
    technology: Annotated[str, typer.Option(help="技術名稱 / the technology")],
    asker: Annotated[str, typer.Option(help="身分 / as: company, institute, agency, person")] = "person",
    organisation: Annotated[str, typer.Option(help="機構 / your organisation")] = "",
    item: Annotated[list[int] | None, typer.Option(metavar="NO", help="可能屬於第幾項 / items")] = None,
    authority: Annotated[str, typer.Option(help="機關代碼；項目已指明者免填 / the agency's code")] = "",
    text: Text = None,
    file: File = None,
    secret_file: Annotated[
        Path | None, typer.Option(help="機密說明檔，加密保存 / a file that is sealed")
    ] = None,
) -> Told:
    """正式詢問一項技術，任何人皆可 / Ask officially about a technology; anybody may."""
    numbers = tuple(item or ())
    named = [agency.code for agency in authorities_of(numbers, by.today)]
    secret = "" if secret_file is None else text_from(None, secret_file)
    asked = AskedOf(technology, text_from(text, file), "", numbers, secret)
    whose = authority or (named[0] if len(named) == 1 else "")
    act = ask_question(by, Asked(asker, name, contact, whose, (asked,), organisation))
    path = f"{FOLLOWED_AT}{secret_of(act.subject)}/"
    return act_told(act, Sentence(f"追蹤網址：{path}", f"follow it at {path}"), {"follow": path})


@writes(app, "take")
def take(by: Acting, number: QuestionNumber) -> Act:
    """受理 / Take the question in hand."""
    return take_question(by, number)


@writes(app, "transfer")
def transfer(
    by: Acting,
    number: QuestionNumber,
    *,
    authority: Annotated[str, typer.Option(help="主管機關代碼 / the right authority's code")],
    why: Why,
) -> Act:
    """移送主管機關 / Transfer it to the right authority."""
    return transfer_question(by, number, authority, why)


@writes(app, "ask-back")
def ask_asker(by: Acting, number: QuestionNumber, *, text: Text = None, file: File = None) -> Act:
    """請詢問人補充說明 / Ask the asker back."""
    return ask_back(by, number, text_from(text, file))


@writes(app, "answer")
def answer(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    number: QuestionNumber,
    *,
    verdict: Annotated[str, typer.Option(help="答覆 / in, out, partly, cannot_tell")],
    place: Place = 1,
    item: Annotated[int | None, typer.Option(metavar="NO", help="對照的項目 / the item")] = None,
    text: Text = None,
    file: File = None,
) -> Act:
    """答覆只有一項技術的詢問 / Answer a question about one technology."""
    return answer_question(by, number, [Answered(place, verdict, text_from(text, file), item)])


def _row(by: Acting, each: Question) -> tuple[object, ...]:
    state = "late" if is_late(each, by.today) else each.state
    return each.number, state, each.due_on, each.authority.code


def _data(by: Acting, each: Question) -> dict[str, object]:
    """The question without its asker: no command prints personal data."""
    return {
        "number": each.number,
        "state": each.state,
        "authority": each.authority.code,
        "received_at": moment(each.received_at),
        "due_on": each.due_on.isoformat(),
        "late": is_late(each, by.today),
    }
