"""``coretech plan link``: what a plan's entries serve: list, suggest, propose, judge."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.links import queries
from coretech.apps.links.models import Link, LinkJudgement
from coretech.apps.links.operations.judge_link import judge_link
from coretech.apps.links.operations.propose_link import Served, propose_link
from coretech.apps.links.suggesting import suggestions_for
from coretech.apps.plans.queries import element_of, version_of
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence

app = group("計畫服務的技術與物資", "what the entries of plans serve")

Slug = Annotated[
    str, typer.Argument(metavar="PLAN", help="計畫代碼（見 plan list） / the plan, see plan list")
]
Element = Annotated[
    str, typer.Argument(metavar="ENTRY", help="項目代碼，如 measure-1-1 / the entry, such as measure-1-1")
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="理由 / why")]
_NONE = Sentence("沒有連結。", "There are no links.")
_NOTHING_ALIKE = Sentence("清單上沒有名稱相近的項目。", "No item of the list has a name alike.")


@reads(app, "list")
def list_links(by: Acting) -> Told:
    """列出連結；待判斷的只給可判斷的人看 / The links; those not judged yet only for those who propose them."""
    found = queries.shown(queries.visible_links(by), by.today)
    data = [
        {
            "link": each.link.pk,
            "plan": each.link.plan.slug,
            "element": each.link.element_key,
            "relation": each.link.relation,
            "item": None if each.item is None else each.item.item.number,
            "commodity": None if each.link.commodity is None else each.link.commodity.slug,
            "judgement": each.judgement,
        }
        for each in found
    ]
    rows = [[value if value is not None else "-" for value in row.values()] for row in data]
    return Told(data, lambda _: table(rows), None if rows else _NONE)


@reads(app, "suggest")
def suggest(by: Acting, plan: Slug, entry: Element) -> Told:
    """找出名稱相近的清單項目 / The items of the list whose names share letters with the entry's."""
    version = version_of(plan)
    found = suggestions_for(version.plan, element_of(version, entry), by.today)
    data = [
        {"item": each.item.item.number, "name": each.item.name_zh, "shared": list(each.shared)}
        for each in found
    ]
    rows = [(each.item.item.number, each.item.name_zh, "、".join(each.shared)) for each in found]
    return Told(data, lambda _: table(rows), None if rows else _NOTHING_ALIKE)


@writes(app, "propose")
def propose(  # noqa: PLR0913 - each is an option of its own
    by: Acting,
    plan: Slug,
    entry: Element,
    *,
    relation: Annotated[Link.Relation, typer.Option("--relation", help="關係 / how it serves")],
    why: Why,
    item: Annotated[
        int | None, typer.Option("--item", metavar="NO", help="清單項次 / the item of the list")
    ] = None,
    commodity: Annotated[
        str, typer.Option("--commodity", metavar="CODE", help="物資代碼 / the commodity")
    ] = "",
) -> Act:
    """提出連結，待判斷後公開 / Propose a link; it is public once it is accepted."""
    return propose_link(by, plan, entry, Served(relation.value, why, item, commodity))


@writes(app, "judge")
def judge(
    by: Acting,
    link: Annotated[int, typer.Argument(metavar="LINK", help="連結編號 / the link's number")],
    judgement: Annotated[LinkJudgement.Judgement, typer.Argument(help="判斷 / the judgement")],
    *,
    why: Why = "",
) -> Act:
    """判斷連結是否成立 / Accept or reject a link, or call it unsure."""
    return judge_link(by, link, judgement.value, why)
