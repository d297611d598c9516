"""The command ``coretech``: finds the subcommand by name and imports nothing else.

A subcommand is a module with a Typer ``app``; the table below names it, so that help lists all of them
without importing any, and ``coretech law`` starts without Django.
"""

import difflib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from coretech import __version__
from coretech.cli.refusals import with_article
from coretech.cli.speech import complain, language_of, say, speak_utf8
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

if TYPE_CHECKING:
    import typer

COMMANDS: dict[str, tuple[str, Sentence]] = {
    "doctor": (
        "coretech.cli.doctor.doctor",
        Sentence("檢查執行環境，缺什麼、怎麼補", "what it runs on, and what is missing"),
    ),
    "account": (
        "coretech.cli.installation.people.account",
        Sentence("帳號：開立、停用、職務、匯入", "accounts: open, close, post, import"),
    ),
    "agency": (
        "coretech.cli.installation.people.agency",
        Sentence("機關：名稱、種類、在職人員", "agencies: names, kinds, who is posted there"),
    ),
    "agreement": (
        "coretech.cli.installation.people.agreement",
        Sentence("閱讀與簽署保密協議", "read and sign the non-disclosure agreement"),
    ),
    "body": (
        "coretech.cli.installation.people.body",
        Sentence("會議體：席位、聘任、離任、補任", "bodies: seats, appointments, vacancies"),
    ),
    "budget": (
        "coretech.cli.installation.plans.budget",
        Sentence(
            "計畫經費：列出、匯出、匯入、重述、占GDP推估", "what plans cost: list, export, import, restate"
        ),
    ),
    "case": (
        "coretech.cli.installation.cases.case",
        Sentence("案件：從成案到公告的每一步", "cases: every step from opening to announcement"),
    ),
    "consultation": (
        "coretech.cli.installation.cases.consultation",
        Sentence("徵詢利害關係人、匯出公眾意見", "ask stakeholders; export comments"),
    ),
    "controls": (
        "coretech.cli.controls",
        Sentence("以參數判斷是否屬各國管制", "hold measured parameters against export controls"),
    ),
    "crosswalk": (
        "coretech.cli.installation.lists.crosswalk",
        Sentence("各國清單項目的對應", "how items of lists stand to one another"),
    ),
    "demo": (
        "coretech.cli.demo",
        Sentence("布置示範並開啟，或演出全程", "set the stage, and serve or play it"),
    ),
    "duties": (
        "coretech.cli.installation.duties",
        Sentence("期限，與訂閱用的行事曆網址", "deadlines, and the calendar to follow them in"),
    ),
    "documents": (
        "coretech.cli.installation.cases.documents",
        Sentence("公文：製作、離線填寫、範本", "documents: make, fill in offline, templates"),
    ),
    "evaluation": (
        "coretech.cli.installation.plans.evaluation",
        Sentence("成果評估：申報、評分、彙整、報院", "evaluations: declare, score, compile, report"),
    ),
    "init": (
        "coretech.cli.installation.serving.init",
        Sentence("建立資料表、載入隨附資料", "make the tables, load the bundled data"),
    ),
    "inventory": (
        "coretech.cli.installation.inventory.inventory",
        Sentence("盤點的候選項目", "what the inventory found"),
    ),
    "issue": (
        "coretech.cli.installation.plans.issue",
        Sentence("計畫的協調議題與專案會議", "coordination issues of plans, and special meetings"),
    ),
    "law": (
        "coretech.cli.law.law",
        Sentence("詢問認定辦法，得到附條號的答覆", "ask the regulation, answered by article"),
    ),
    "log": (
        "coretech.cli.installation.register.log",
        Sentence("閱讀與重算紀錄", "read the log, recompute it"),
    ),
    "match": (
        "coretech.cli.matching.match",
        Sentence("比對文字與技術項目，評量結果", "match texts with technologies; measure a run"),
    ),
    "meeting": (
        "coretech.cli.installation.meetings.meeting",
        Sentence("會議：通知、出席、申報、表決", "meetings: notice, attendance, declarations, votes"),
    ),
    "panel": (
        "coretech.cli.installation.people.panel",
        Sentence("專家審查會：規定、議程、審查意見", "panels: their rules, agenda and opinion"),
    ),
    "period": (
        "coretech.cli.installation.plans.period",
        Sentence("計畫的填報期別：開始、催報、發布", "a plan's reporting periods: open, remind, publish"),
    ),
    "plan": (
        "coretech.cli.installation.plans.plans",
        Sentence("政府計畫：讀取、疑點、匯入、匯出", "the state's plans: read, findings, import, export"),
    ),
    "profile": (
        "coretech.cli.installation.lists.profiles",
        Sentence("技術特徵：列出、閱讀、起草、發布", "technology profiles: list, read, draft, publish"),
    ),
    "list": (
        "coretech.cli.installation.lists.lists",
        Sentence("各國技術清單：列出、比較、匯入", "lists of technologies: list, compare, import"),
    ),
    "register": (
        "coretech.cli.installation.register.register",
        Sentence("清單及其沿革", "the list and its history"),
    ),
    "request": (
        "coretech.cli.installation.inventory.requests",
        Sentence("請求與通知：提出、列出、決定", "requests and notices: send, list, decide"),
    ),
    "question": (
        "coretech.cli.installation.lists.scope",
        Sentence("範疇詢問：提出、列出、受理、答覆", "scope questions: ask, list, take, answer"),
    ),
    "review": (
        "coretech.cli.installation.inventory.reviews",
        Sentence("年度檢討：進度、檢討一項、匯出", "the yearly review: how it stands, review, export"),
    ),
    "screen": (
        "coretech.cli.matching.screen",
        Sentence("以現行清單篩研究計畫", "screen research projects against the register"),
    ),
    "scope": (
        "coretech.cli.installation.lists.scope_check",
        Sentence("範疇：自我檢查", "scope: check for yourself"),
    ),
    "serve": ("coretech.cli.installation.serving.serve", Sentence("開啟網站", "serve the pages and the API")),
    "signal": (
        "coretech.cli.installation.watch.signals",
        Sentence("技術訊號：列出、評估、掃描紀錄", "signals by technology: list, assess, scan log"),
    ),
    "supply": (
        "coretech.cli.installation.plans.supply",
        Sentence("關鍵物資：存量天數、申報、示警", "critical supplies: days of cover, returns"),
    ),
    "sheet": (
        "coretech.cli.installation.plans.sheet",
        Sentence(
            "填報表：離線填寫、送核、核章、檢核", "sheets of plans: fill in offline, submit, sign, check"
        ),
    ),
    "snapshot": (
        "coretech.cli.installation.watch.snapshots",
        Sentence("科技觀測的快照：收錄、計算、列出", "snapshots of the watch: take in, count, list"),
    ),
    "token": ("coretech.cli.installation.people.token", Sentence("API 權杖", "API tokens")),
    "watch": (
        "coretech.cli.watch.watch",
        Sentence("國際技術監測：讀入著作、計算各國指標", "technology watch: read works, reckon indicators"),
    ),
    "work": ("coretech.cli.installation.serving.work", Sentence("執行背景工作", "run the background jobs")),
}
"""Every subcommand: the module that holds its ``app``, and a line of help."""

APART: dict[tuple[str, ...], str] = {
    ("match", "eval"): "coretech.cli.matching.eval",
    ("meeting", "tally"): "coretech.cli.meeting_tally",
    ("plan", "read"): "coretech.cli.plan_read",
    ("plan", "findings"): "coretech.cli.plan_findings",
    ("register", "verify"): "coretech.cli.register_verify",
}
"""Subcommands that need nothing of what their group needs, and start without it."""

OK, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
BAD_WORDS = frozenset({404, 422})
"""The refusals that mean the words given were wrong: they name nothing there is, or cannot be read."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and tell how it went.

    0 done; 1 refused or failed; 2 bad input, also where it names nothing there is; 130 interrupted.
    """
    try:
        status = _dispatch(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return status


def _dispatch(arguments: Sequence[str] | None) -> int:
    speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        language, rest = language_of(given)
    except Refused as refused:
        return complain(refused.sentence, "zh", BAD_INPUT)
    if not rest or rest[0] in ("--help", "-h"):
        say(_help(language))
        return OK
    if rest[0] in ("version", "--version"):
        say(f"coretech {__version__}")
        return OK
    if rest[0] not in COMMANDS:
        return complain(_unknown(rest[0]), language, BAD_INPUT)
    return _run(*_found(rest), language)


def _found(given: list[str]) -> tuple[str, str, list[str]]:
    """The command's whole name, the module that holds it, and what is left for it to read."""
    apart = APART.get(tuple(given[:2]))
    if apart is not None:
        return " ".join(given[:2]), apart, given[2:]
    return given[0], COMMANDS[given[0]][0], given[1:]


def _run(name: str, module: str, arguments: list[str], language: str) -> int:
    from typer import Abort, TyperException  # noqa: PLC0415 - help and version need no Typer

    try:
        app = cast("typer.Typer", importlib.import_module(module).app)
        status = app(args=arguments, prog_name=f"coretech {name}", standalone_mode=False, obj=language)
    except Refused as refused:
        status = BAD_INPUT if refused.status in BAD_WORDS else FAILED
        return complain(with_article(refused), language, status)
    except TyperException as error:
        return complain(_usage(name, error.format_message()), language, BAD_INPUT)
    except Abort:
        return INTERRUPTED
    return status if isinstance(status, int) else OK


def _usage(name: str, message: str) -> Sentence:
    return Sentence(
        f"指令用法不對：{message}（說明：coretech {name} --help）",
        f"the command was not understood: {message} (help: coretech {name} --help)",
    )


def _unknown(name: str) -> Sentence:
    close = difflib.get_close_matches(name, [*COMMANDS, "version"], n=1)
    zh = f"；是不是 {close[0]}？" if close else "；可用的指令見 coretech --help"
    en = f"; did you mean {close[0]}?" if close else "; see coretech --help"
    return Sentence(f"沒有 {name} 這個指令{zh}", f"there is no command {name}{en}")


def _help(language: str) -> str:
    lines = {name: help_line for name, (_, help_line) in COMMANDS.items()}
    lines["version"] = Sentence("印出版本", "print the version")
    width = max(map(len, lines)) + 2
    listing = "\n".join(f"  {name:<{width}}{lines[name].say(language)}" for name in sorted(lines))
    intro = Sentence(
        "coretech：國家核心關鍵技術制度的運作工具\n\n用法：coretech [--lang zh|en] 指令 …\n\n指令：",
        "coretech runs a country's core-key-technology regime\n\nUsage: coretech [--lang zh|en] COMMAND …\n\nCommands:",
    )
    more = Sentence("各指令的說明：coretech 指令 --help", "Help on each: coretech COMMAND --help")
    return f"{intro.say(language)}\n{listing}\n\n{more.say(language)}"
