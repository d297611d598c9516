"""``coretech inventory``: what was found in portfolios: judged, assessed, made candidates, and learned from."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.inventory.finds.catalogue import read
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.finds.explained import carried_by
from coretech.apps.inventory.finds.finding import find_find, find_finds
from coretech.apps.inventory.finds.judgements import shown_to, word_of
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.finds.proposing import found_by, proposal_of
from coretech.apps.inventory.finds.queue import Queue, queue_of
from coretech.apps.inventory.finds.using import readiness_of
from coretech.apps.inventory.models import FindJudgement
from coretech.apps.inventory.operations.assess_readiness import assess_readiness
from coretech.apps.inventory.operations.judge_find import Judged, judge_find
from coretech.apps.inventory.operations.learn_terms import learn_terms
from coretech.apps.inventory.operations.propose_find import check as check_proposing
from coretech.apps.inventory.operations.propose_find import propose_find
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.inventory.portfolios import Number
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence

Find = Annotated[int, typer.Argument(metavar="FIND", help="見 inventory queue / see inventory queue")]
_NONE = Sentence("目前沒有等您判斷的。", "Nothing waits for you here.")


def add_to(app: typer.Typer) -> None:
    """Offer these as subcommands of ``app``."""
    reads(app, "queue")(queue)
    reads(app, "show-find")(show)
    writes(app, "judge-find")(judge)
    writes(app, "assess-readiness")(assess)
    writes(app, "propose-find")(propose)
    writes(app, "learn-terms")(learn)


def queue(
    by: Acting,
    portfolio: Number,
    *,
    which: Annotated[
        Queue, typer.Option(help="門檻以上、抽樣、複審 / above the threshold, the sample, second looks")
    ] = Queue.FIRST,
) -> Told:
    """等您判斷的，最能提供資訊的在前 / What waits to be judged, the most informative first."""
    waiting = queue_of(by, find_portfolio(by, portfolio), which)
    rows = [(key, why.value) for key, why in waiting]
    data = [{"find": key, "why": why} for key, why in rows]
    return Told(data, lambda _: table(rows), None if rows else _NONE)


def show(by: Acting, find: Find) -> Told:
    """一筆比對結果與其依據 / One find, and the words that carried its score."""
    found = find_find(by, find)
    project = project_of(found)
    entry = next((each for each in read(found.portfolio.catalogue) if each.key == found.item), None)
    word = shown_to(word_of(found), found.portfolio, by.person_id)
    carried = carried_by(project, entry) if entry else ()
    told = {
        "id": found.pk,
        "project": project.id,
        "title": project.title,
        "item": found.item,
        "name": entry.name.as_dict() if entry else None,
        "score": found.score,
        "threshold": found.portfolio.threshold,
        "carried": [[each.left.text, each.right.text, each.weight] for each in carried],
        "verdict": word.first.verdict if word.first else None,
        "readiness": [each.level for each in readiness_of(found)],
    }

    def lines(language: str) -> list[str]:
        name = entry.name.say(language) if entry else "–"
        words = "、".join(f"{each.left.text}={each.right.text}" for each in carried)
        return table(
            [*((key, told[key]) for key in ("project", "title", "score")), ("item", name), ("=", words)]
        )

    return Told(told, lines)


def judge(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    find: Find,
    verdict: Annotated[
        FindJudgement.Verdict,
        typer.Argument(help="列入、不列入、不確定、取消 / what is made of it; undone takes it back"),
    ],
    *,
    item: Annotated[str, typer.Option(help="列入哪一項（預設找到的那項） / for which item")] = "",
    reason: Annotated[
        str,
        typer.Option(help="不列入的理由 / why it is set aside: " + ", ".join(FindJudgement.Reason.values)),
    ] = "",
    note: Annotated[str, typer.Option(help="說明 / a note")] = "",
    second: Annotated[bool, typer.Option("--second", help="複審 / as the second reviewer")] = False,
) -> Act:
    """判斷一筆比對結果 / Judge a find."""
    return judge_find(by, find, Judged(verdict.value, item, reason, note), second=second)


def assess(
    by: Acting,
    find: Find,
    level: Annotated[int, typer.Argument(metavar="LEVEL", help="技術成熟度1至9 / from 1 to 9")],
    *,
    evidence: Annotated[str, typer.Option(help="佐證 / what shows it")],
) -> Act:
    """評估技術成熟度 / Assess how ready an accepted project's technology is."""
    return assess_readiness(by, find, level, evidence)


def propose(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    finds: Annotated[
        list[int],
        typer.Argument(metavar="FIND...", help="同一計畫組合的一筆或數筆 / of one portfolio, one or more"),
    ],
    *,
    name_zh: Annotated[str, typer.Option(help="中文名稱（預設依比對結果） / its Chinese name")] = "",
    name_en: Annotated[str, typer.Option(help="英文名稱（預設依比對結果） / its English name")] = "",
    sector: Annotated[str, typer.Option(help="領域代碼 / the sector's code")] = "",
    why: Annotated[str, typer.Option(help="盤點所見及理由 / what was found and why it matters")] = "",
) -> Act:
    """合併轉為一項候選項目，未給的依比對結果填入 / Make accepted finds one candidate; filled in from what was found."""
    found = find_finds(by, finds)
    check_proposing(by, found)
    filled = proposal_of(found)
    return propose_find(
        by,
        [each.pk for each in found],
        found_by(
            found,
            name_zh or filled.name_zh,
            name_en or filled.name_en,
            sector or filled.sector,
            why or filled.why.zh,
        ),
    )


def learn(
    by: Acting, agency: Annotated[str, typer.Argument(metavar="AGENCY", help="機關代碼 / its code")]
) -> Act:
    """從判斷學習新版詞彙權重 / Learn a new version of term weights from the judgements."""
    return learn_terms(by, agency)
