"""``coretech crosswalk``: compare two lists, see the matrix, judge what is proposed, take files in and away."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.lists.coverage import coverage
from coretech.apps.lists.crosswalk import matrix, pair_counts
from coretech.apps.lists.mapping_files import Format, mapping_set, write
from coretech.apps.lists.mapping_import import read_mappings
from coretech.apps.lists.mappings import between, find_mapping, judged
from coretech.apps.lists.operations.add_mapping import Place, add_mapping
from coretech.apps.lists.operations.import_mappings import check, import_mappings
from coretech.apps.lists.operations.judge_mapping import Verdict, judge_mapping
from coretech.apps.lists.operations.propose_mappings import propose_mappings
from coretech.apps.lists.proposing import LEAST
from coretech.apps.lists.queue import waiting
from coretech.apps.lists.relations import WORDS, Judgement, Relation
from coretech.apps.register.elsewhere import side_of
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.handing import put
from coretech.cli.installation.lists.crosswalk_told import (
    MAPPING_HEAD,
    PAIR_HEAD,
    mapping_data,
    mapping_row,
    reasons,
)
from coretech.cli.installation.lists.told import faults_told
from coretech.cli.installation.told import Told, table
from coretech.cli.plan_read import File, bytes_in
from coretech.kit.sentence import Sentence

app = group("清單對應：提議、判斷、對應表、匯出", "the crosswalk of lists: propose, judge, matrix, export")

Left = Annotated[
    str,
    typer.Argument(
        metavar="LIST", help="清單版本，如 US-NSTC-2024；我國清單為 register / a list; ours is register"
    ),
]
Right = Annotated[str, typer.Argument(metavar="OTHER", help="另一份清單 / the other list")]
Number = Annotated[int, typer.Argument(metavar="MAPPING", help="對應編號 / the mapping's number")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="理由（會公開） / why; it is public")]
_NONE = Sentence("沒有對應。", "There are no mappings.")


@reads(app, "list")
def list_pairs(_by: Acting) -> Told:
    """列出比對過的清單與判斷進度 / Lists that were compared, and how far they are judged."""
    counts = pair_counts()
    data = [
        {
            "left": each.left,
            "right": each.right,
            "holds": each.holds,
            "rejected": each.rejected,
            "unsure": each.unsure,
            "waiting": each.waiting,
        }
        for each in counts
    ]
    rows = [list(row.values()) for row in data]
    return Told(data, lambda _: table([PAIR_HEAD, *rows]), None if rows else _NONE)


@writes(app, "propose")
def propose(
    by: Acting,
    left: Left,
    right: Right,
    *,
    least: Annotated[
        float, typer.Option("--least", metavar="0-1", help="相似度至少 / a likeness of at least")
    ] = LEAST,
) -> Act:
    """依名稱提議對應，待人判斷 / Have the matcher propose mappings between two lists."""
    return propose_mappings(by, side_of(left, by.today), side_of(right, by.today), least)


@writes(app, "add")
def add(  # noqa: PLR0913 - each is an argument or option of its own
    by: Acting,
    left: Left,
    left_item: Annotated[str, typer.Argument(metavar="ITEM", help="項目代碼 / the item's code")],
    right: Right,
    right_item: Annotated[str, typer.Argument(metavar="ITEM", help="項目代碼 / the item's code")],
    *,
    relation: Annotated[Relation, typer.Option("--relation", help="關係（由左看右） / seen from the left")],
    why: Why,
) -> Act:
    """自行加入一筆對應，待判斷 / Add a mapping by hand; it waits for a judgement."""
    ends = (Place(side_of(left, by.today), left_item), Place(side_of(right, by.today), right_item))
    return add_mapping(by, *ends, relation.value, why)


@writes(app, "import")
def import_file(
    by: Acting,
    file: File,
    *,
    left: Annotated[str, typer.Option("--left", metavar="LIST", help="左邊的清單 / the subjects' list")] = "",
    right: Annotated[
        str, typer.Option("--right", metavar="LIST", help="右邊的清單 / the objects' list")
    ] = "",
) -> Act | Told:
    """匯入 SSSOM 對應作為提議，待人判斷；有錯誤則逐列列出 / Take in mappings as SSSOM, to be judged; faults by line."""
    check(by)
    given = read_mappings(bytes_in(file), lambda code: side_of(code, by.today), left, right)
    return faults_told(given.faults) if given.faults else import_mappings(by, given)


@reads(app, "queue")
def queue(_by: Acting, left: Annotated[str, Left] = "", right: Annotated[str, Right] = "") -> Told:
    """列出待判斷的對應，最相近的在前 / What waits to be judged, the most alike first."""
    found = judged(waiting(left, right))
    data = [mapping_data(each) for each in found]
    rows = [mapping_row(each) for each in found]
    return Told(data, lambda _: table([MAPPING_HEAD, *rows]), None if rows else _NONE)


@reads(app, "show")
def show(_by: Acting, mapping: Number) -> Told:
    """一筆對應與提議的理由 / One mapping, and why it was proposed."""
    found = find_mapping(mapping)
    return Told(mapping_data(found), lambda language: reasons(found, language))


@writes(app, "judge")
def judge(
    by: Acting,
    mapping: Number,
    judgement: Annotated[Judgement, typer.Argument(help="判斷 / the judgement")],
    *,
    relation: Annotated[
        Relation | None, typer.Option("--relation", help="判為 other 時的關係 / where it is another")
    ] = None,
    why: Why = "",
) -> Act:
    """判斷一筆對應；再判一次即改判 / Judge a mapping; judging it again takes the place of the last."""
    other = "" if relation is None else relation.value
    return judge_mapping(by, mapping, Verdict(judgement.value, why, other))


@reads(app, "matrix")
def show_matrix(by: Acting, left: Left, right: Right) -> Told:
    """對應表：列、欄、關係 / The matrix of two lists, a line for each cell."""
    found = matrix(side_of(left, by.today), side_of(right, by.today))
    cells = [
        (row, column, cell)
        for row in found.rows
        for column in found.columns
        if (cell := found.cell(row, column)) is not None
    ]
    data = [
        {"left": row.code, "right": column.code, "relation": cell.relation, "judgement": cell.state}
        for row, column, cell in cells
    ]
    return Told(
        data,
        lambda language: table(
            [
                (
                    f"{row.code} {row.name.say(language)}",
                    f"{WORDS[cell.relation].letter} {WORDS[cell.relation].word.say(language)}",
                    f"{column.code} {column.name.say(language)}",
                    cell.state or "-",
                )
                for row, column, cell in cells
            ]
        ),
        None if cells else _NONE,
    )


@reads(app, "coverage")
def show_coverage(by: Acting, left: Left, right: Right) -> Told:
    """左邊清單各領域在右邊有無對應 / By area, what of the left list has a counterpart on the right."""
    one, other = side_of(left, by.today), side_of(right, by.today)
    found = coverage(one, other, between(one, other))
    data = [
        {"area": each.code, "name": each.name.zh, "mapped": mapped, "proposed": proposed, "unmapped": none}
        for each in found.areas
        for mapped, proposed, none in [each.counts]
    ]
    return Told(data, lambda _: table([list(row.values()) for row in data]))


@reads(app, "export")
def export(
    by: Acting,
    left: Left,
    right: Right,
    *,
    form: Annotated[Format, typer.Option("--format", help="格式 / the format")] = Format.SSSOM,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="存到檔案 / the file to write")],
) -> Told:
    """匯出對應（SSSOM、SKOS、CSV） / The mappings between two lists as a file."""
    found = mapping_set(side_of(left, by.today), side_of(right, by.today), by.today)
    return put(out, write(found, form))
