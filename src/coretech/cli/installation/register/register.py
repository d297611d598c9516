"""``coretech register``: the public list, on any day, as known on any day."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.register import day_list
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import Difference, difference, edition_on, history
from coretech.apps.register.searching import Search, search
from coretech.cli.days import DayArgument
from coretech.cli.installation.doors import group, reads
from coretech.cli.installation.options import AsOf, KnownAt
from coretech.cli.installation.register import log_audit
from coretech.cli.installation.register import proof as register_proof
from coretech.cli.installation.register.files import InFormat, add_to, changes_told
from coretech.cli.installation.register.keeping import add_to as add_keeping_to
from coretech.cli.installation.register.told import entry_data, found_row, item_told
from coretech.cli.installation.told import Told, table
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

app = group(
    "清單：任何一天的內容、各項沿革、兩日差異", "the list: on any day, an item's history, what changed"
)

add_to(app)
register_proof.add_to(app)
log_audit.add_to(app)
add_keeping_to(app)

Words = Annotated[
    str,
    typer.Option(
        "--search", metavar="WORDS", help="搜尋（簡體、英文、舊名皆可） / words of any name, former ones too"
    ),
]
SectorCode = Annotated[str, typer.Option("--sector", metavar="CODE", help="領域代碼 / a sector's code")]
AuthorityCode = Annotated[
    str, typer.Option("--authority", metavar="CODE", help="主管機關代碼 / an agency's code")
]
No = Annotated[int, typer.Argument(metavar="NO", help="項次 / the item's number")]


@reads(app, "list")
def list_register(  # noqa: PLR0913 - one option for each thing that may be asked for
    by: Acting,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    *,
    words: Words = "",
    sector: SectorCode = "",
    authority: AuthorityCode = "",
) -> Told:
    """某日有效的清單 / The list in force on a day."""
    day = as_of or by.today
    asked = Search(words, sector, authority)
    found = search(asked, day, known_at).found
    on = said(day)
    note = Sentence(f"{on.zh}清單上沒有項目。", f"Nothing was on the list on {on.en}.")
    if edition_on(day, known_at) is None:
        note = Sentence(f"{on.zh}尚未公告清單。", f"No list had been announced by {on.en}.")
    elif asked != Search():
        note = Sentence("找不到符合的項目。", "Nothing on the list matches.")
    return Told(
        [day_list.entry_data(each.item) for each in found],
        lambda language: table([found_row(each, language) for each in found]),
        None if found else note,
    )


@reads(app, "show")
def show_item(
    by: Acting,
    no: No,
    *,
    every_version: Annotated[bool, typer.Option("--history", help="列出所有版次 / every version")] = False,
    known_at: KnownAt = None,
) -> Told:
    """一項及其版次、決議與公告 / One item with its versions, decisions and announcements."""
    return item_told(history(no, known_at), by.today, every_version=every_version, known_at=known_at)


@reads(app, "diff")
def compare(
    by: Acting,  # noqa: ARG001 - the list is public
    before: DayArgument,
    after: DayArgument,
    form: InFormat = None,
    known_at: KnownAt = None,
) -> Told:
    """兩日之間新增、變更、移轉、廢止的項目 / What was added, renamed, moved or removed between two days."""
    if form is not None:
        return changes_told(before, after, form)
    changes = difference(before, after, known_at)
    same = Sentence("兩日的清單相同。", "The list is the same on both days.")

    def data(change: Difference) -> dict[str, object]:
        return {
            "no": change.number,
            "kind": change.kind,
            "before": None if change.before is None else entry_data(change.before, before),
            "after": None if change.after is None else entry_data(change.after, after),
        }

    return Told(
        [data(change) for change in changes],
        lambda language: table([_row(change, language) for change in changes]),
        None if changes else same,
    )


def _row(change: Difference, language: str) -> tuple[object, ...]:
    names = [_name(version, language) for version in (change.before, change.after) if version is not None]
    return change.number, change.kind, " → ".join(dict.fromkeys(names))


def _name(version: ItemVersion, language: str) -> str:
    return version.name.say(language)
