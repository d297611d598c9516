"""``coretech scope check``: the self-check from a file; the text is read, answered, and kept nowhere."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.scope.checking import BINDS_NOBODY, Asked, Checked, Hint, check
from coretech.apps.scope.unknown import cannot_be_told
from coretech.cli.installation.doors import group, reads
from coretech.cli.installation.text import text_from
from coretech.cli.installation.told import Told, table
from coretech.engines.controls.parameters import parameters
from coretech.engines.controls.wording import lacking
from coretech.engines.scoping.marks import marks_in
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

app = group("範疇：自我檢查", "scope: check for yourself")

_ITEMS = Sentence("可能相關的項目：", "Items it may fall under:")
_NONE = Sentence("沒有文字相近的項目。", "No item has words like these.")
_FOREIGN = Sentence("外國清單：", "Other countries' lists:")
_CONTROLS = Sentence("各國管制：", "Controls:")
_MISSING = Sentence("還缺：", "Missing: ")
_UNKNOWN = Sentence("沒有人能從這些資料判斷的：", "What no one can tell from this:")


@app.callback()
def scope() -> None:
    """範疇：自我檢查 / scope: check for yourself."""  # a group, though it has one command so far


@reads(app, "check")
def check_scope(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="描述；- 為標準輸入 / the description; - is stdin")
    ],
    *,
    kind: Annotated[str, typer.Option(help="種類，例如 dram / what it is, such as dram")] = "",
    figure: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="數字，例如 node_nm=7 / a figure")
    ] = None,
    foreign: Annotated[
        bool, typer.Option("--foreign", help="也比較外國清單 / other countries' lists too")
    ] = False,
    no_secrets: Annotated[
        bool, typer.Option("--no-secrets", help="有保密字樣但確定沒有秘密 / marked, but it holds no secrets")
    ] = False,
) -> Told:
    """自我檢查：可能屬於哪一項；對任何人沒有拘束力，不留存 / Which items it may fall under; it binds nobody."""
    text = text_from(None, file)
    marks = marks_in(text)
    if marks and not no_secrets:
        words = "」「".join(dict.fromkeys(mark.words for mark in marks))
        raise bad_input(
            "file",
            f"文字裡有保密字樣「{words}」，沒有檢查；確定沒有秘密時請加 --no-secrets。",
            f"The text bears marks of secrecy (“{words}”) and was not checked; add --no-secrets if it holds none.",
        )
    checked = check(Asked(text, kind, _figures(figure or ()), foreign), by.today)
    return Told(_data(checked), lambda language: _lines(checked, language))


def _figures(given: Iterable[str]) -> dict[str, object]:
    """The figures as facts of the controls.

    Raises:
        Refused: (HTTP 422) for one that is not a name with a value, or whose name the controls do not know.
    """
    found: dict[str, object] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or name not in parameters():
            known = "、".join(name for name, parameter in parameters().items() if not parameter.derived)
            raise bad_input(
                "figure",
                f"--figure：「{each}」應為 名稱=數值；名稱可以是：{known}。",
                f"--figure: {each!r} should be NAME=VALUE; a name is one of: {known}.",
            )
        found[name] = {"true": True, "false": False}.get(value.lower(), value)
    return found


def _lines(checked: Checked, language: str) -> Iterator[str]:
    yield BINDS_NOBODY.say(language)
    yield from _section(_ITEMS, checked.hints, language)
    if checked.foreign is not None:
        yield from _section(_FOREIGN, checked.foreign, language)
    if checked.measured.outcomes:
        yield _CONTROLS.say(language)
        yield from table(
            [
                (
                    f"  {each.regime.id}",
                    each.item.id,
                    each.result.outcome.value,
                    each.result.reason.say(language),
                )
                for each in checked.measured.outcomes
            ]
        )
    if checked.measured.missing:
        yield _MISSING.say(language) + lacking(checked.measured.missing).say(language)
    yield _UNKNOWN.say(language)
    for each in cannot_be_told(checked):
        yield f"  {each.say(language)}"


def _section(title: Sentence, hints: tuple[Hint, ...], language: str) -> Iterator[str]:
    yield title.say(language)
    if not hints:
        yield f"  {_NONE.say(language)}"
        return
    yield from table(
        [
            (
                f"  {each.like.candidate.key}",
                f"{each.like.score:.2f}",
                each.like.candidate.words.say(language),
                _why(each),
            )
            for each in hints
        ]
    )


def _why(hint: Hint) -> str:
    figures = "" if hint.outcome is None else f"[{hint.outcome.result.outcome.value}] "
    return figures + "; ".join(
        mine if mine == theirs else f"{mine} = {theirs}" for mine, theirs in hint.reasons.terms
    )


def _data(checked: Checked) -> Mapping[str, object]:
    return {
        "notice": BINDS_NOBODY.as_dict(),
        "thin": checked.thin,
        "kind": checked.measured.kind,
        "items": [_hint(each) for each in checked.hints],
        "foreign": None if checked.foreign is None else [_hint(each) for each in checked.foreign],
        "controls": [each.result.as_json() for each in checked.measured.outcomes],
        "missing": list(checked.measured.missing),
        "cannot_tell": [each.as_dict() for each in cannot_be_told(checked)],
        "precedents": [each.number for each in checked.precedents],
    }


def _hint(each: Hint) -> dict[str, object]:
    return {
        "key": each.like.candidate.key,
        "score": round(each.like.score, 3),
        "name": each.like.candidate.words.as_dict(),
        "terms": [{"text": mine, "item": theirs} for mine, theirs in each.reasons.terms],
        "figures": None if each.outcome is None else each.outcome.result.outcome.value,
    }
