"""``coretech agency``: who is posted there; new agencies, new names, and what article 9(1) makes of them."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.reasons import posting_told
from coretech.apps.people.agency_names import NewName
from coretech.apps.people.finding import agency_coded
from coretech.apps.people.models import Agency
from coretech.apps.people.operations import found_agency, rename_agency, set_agency_kind
from coretech.apps.people.queries import all_agencies, postings_at
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import day
from coretech.cli.installation.told import Told, table

app = group("機關：名稱、種類、在職人員", "agencies: names, kinds, who is posted there")

Code = Annotated[str, typer.Argument(metavar="AGENCY", help="機關代碼 / the agency's code")]
Zh = Annotated[str, typer.Option("--name-zh", metavar="NAME", help="中文名稱 / the Chinese name")]
En = Annotated[str, typer.Option("--name-en", metavar="NAME", help="英文名稱 / the English name")]
Since = Annotated[dt.date, day("--from", "自何日起", "from which day on")]
Source = Annotated[str, typer.Option(metavar="TEXT", help="依據的文件 / the document it comes from")]
Kind = Annotated[Agency.Kind, typer.Option(help="種類（第9條第1項） / its kind (art. 9(1))")]
KindSource = Annotated[
    str, typer.Option("--kind-source", metavar="TEXT", help="種類的依據 / where the kind comes from")
]


@reads(app, "list")
def list_agencies(by: Acting) -> Told:
    """列出機關與今日的名稱；公開 / List the agencies under today's names; public."""
    found = list(all_agencies())

    def lines(language: str) -> list[str]:
        return table([(each.code, each.kind, each.name_on(by.today).say(language)) for each in found])

    data = [
        {"code": each.code, "kind": each.kind, "name": each.name_on(by.today).as_dict()} for each in found
    ]
    return Told(data, lines)


@reads(app, "people")
def show_people(by: Acting, agency: Code) -> Told:
    """在該機關任職的人員 / Who is posted at an agency today or later."""
    found = postings_at(by, agency_coded(agency))

    def lines(language: str) -> Iterable[str]:
        for each in found:
            yield f"#{each.pk}  {each.person.name.say(language)}  {posting_told(each, by.today).say(language)}"

    data = [
        {
            "id": each.pk,
            "person": each.person_id,
            "name": each.person.name.as_dict(),
            "kind": each.kind,
            "start": each.start.isoformat(),
            "end": None if each.end is None else each.end.isoformat(),
        }
        for each in found
    ]
    return Told(data, lines)


@writes(app, "found")
def found_one(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    code: Code,
    *,
    name_zh: Zh,
    name_en: En,
    since: Since,
    source: Source,
    kind: Kind,
    kind_source: KindSource,
) -> Act:
    """新增機關 / Enter an agency."""
    name = NewName(name_zh, name_en, since, source)
    return found_agency.found_agency(by, code, name, kind.value, kind_source)


@writes(app, "rename")
def rename_one(  # noqa: PLR0913 - one parameter an option
    by: Acting, agency: Code, *, name_zh: Zh, name_en: En, since: Since, source: Source
) -> Act:
    """機關改名；原名稱用到前一日 / Give an agency a new name from a day on."""
    return rename_agency.rename_agency(by, agency, NewName(name_zh, name_en, since, source))


@writes(app, "kind")
def set_kind(by: Acting, agency: Code, *, kind: Kind, source: Source) -> Act:
    """登錄機關是否應盤點 / Say whether article 9(1) binds an agency."""
    return set_agency_kind.set_agency_kind(by, agency, kind.value, source)
