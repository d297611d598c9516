"""``coretech inventory``: what the yearly inventory found."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import Found, record_candidate
from coretech.apps.inventory.queries import visible_candidates
from coretech.apps.register.queries import history
from coretech.cli.installation.cases import cases_file
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.inventory import finds, portfolios, rounds
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence

app = group("盤點：候選項目、每年盤點、專人、提醒", "the inventory: candidates, rounds, keepers, reminders")
rounds.add_to(app)
portfolios.add_to(app)
finds.add_to(app)
cases_file.add_to(app)

_NONE = Sentence(
    "沒有可閱覽的候選項目；以 --as 指定辦公室或機關帳號。",
    "There is no candidate to see; name an account of the Office or an agency with --as.",
)


@reads(app, "list")
def list_candidates(by: Acting) -> Told:
    """列出可閱覽的候選項目 / List the candidates that may be seen."""
    found = list(visible_candidates(by))

    def lines(language: str) -> list[str]:
        rows = [
            (one.pk, one.round.year, one.round.agency.code, one.kind, one.name.say(language)) for one in found
        ]
        return table(rows)

    return Told([_data(one) for one in found], lines, None if found else _NONE)


@writes(app, "add")
def add_candidate(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    *,
    agency: Annotated[str, typer.Option(help="盤點機關代碼 / the agency that found it")],
    name_zh: Annotated[str, typer.Option(help="中文名稱 / the Chinese name")],
    name_en: Annotated[str, typer.Option(help="英文名稱 / the English name")],
    sector: Annotated[str, typer.Option(help="領域代碼 / the sector's code")],
    why: Annotated[str, typer.Option(help="盤點所見及理由 / what was found and why it matters")],
    authority: Annotated[
        str | None,
        typer.Option(help="主管機關（預設現行主管機關或盤點機關） / the authority; as listed, or the agency"),
    ] = None,
    change: Annotated[
        int | None,
        typer.Option(metavar="NO", help="擬變更清單第幾項 / the item of the list that would change"),
    ] = None,
    ground: Annotated[str, typer.Option(help="變更事由 / why: holder_request, environment_changed")] = "",
    aspect: Annotated[
        str, typer.Option(help="變更什麼 / what changes: name, scope, authority, split, merge, removal")
    ] = "",
) -> Act:
    """新增候選項目：新技術，或以 --change 變更清單項目 / Add a candidate: new, or a listed item with --change."""
    listed = None if change is None else history(change)[-1]
    found = Found(
        agency=agency,
        kind=Candidate.Kind.IDENTIFY if change is None else Candidate.Kind.CHANGE,
        name_zh=name_zh,
        name_en=name_en,
        sector=sector,
        authority=authority or (agency if listed is None else listed.authority.code),
        why=why,
        technology=None if listed is None else listed.item.technology_id,
        ground=ground,
        aspect=aspect,
    )
    return record_candidate(by, found)


def _data(one: Candidate) -> dict[str, object]:
    return {
        "id": one.pk,
        "year": one.round.year,
        "agency": one.round.agency.code,
        "kind": one.kind,
        "aspect": one.aspect or None,
        "name": one.name.as_dict(),
        "sector": one.sector.code,
        "authority": one.authority.code,
        "ground": one.ground or None,
        "why": one.why,
    }
