"""Options and arguments that several commands share."""

import datetime as dt
from typing import Annotated

import typer

from coretech.cli.days import EXAMPLE, day_of

As = Annotated[
    str,
    typer.Option("--as", metavar="ACCOUNT", help="以此帳號辦理，並記入紀錄 / act as this account, on record"),
]
AsIfAny = Annotated[
    str | None,
    typer.Option(
        "--as", metavar="ACCOUNT", help="以此帳號閱覽（預設公眾） / read as this account, else the public"
    ),
]
Once = Annotated[
    str, typer.Option("--once", metavar="KEY", help="同一鍵值只辦理一次 / the same key is carried out once")
]
AsJson = Annotated[bool, typer.Option("--json", help="印出 JSON / print JSON")]
Seen = Annotated[
    int | None,
    typer.Option("--seen", metavar="N", help="所見的案件版次；已被更新則拒絕 / the case's version you saw"),
]
Reference = Annotated[
    str, typer.Argument(metavar="CASE", help="案號，例如 2025-0001 / the case, such as 2025-0001")
]
References = Annotated[list[str], typer.Argument(metavar="CASE...", help="案號，可多案 / one or more cases")]
ItemId = Annotated[int, typer.Argument(metavar="ITEM", help="議案編號（見 meeting show） / see meeting show")]
MeetingId = Annotated[
    int, typer.Argument(metavar="MEETING", help="會議編號（見 meeting list） / see meeting list")
]
Number = Annotated[str, typer.Option("--number", metavar="TEXT", help="公文字號 / the document's number")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="理由 / the reason")]
Host = Annotated[str, typer.Option(help="提供服務的位址 / the address to listen on")]
Port = Annotated[
    int, typer.Option(min=0, max=65535, help="埠號，0 為任一可用埠 / the port; 0 takes any free one")
]
Seats = Annotated[str, typer.Option(metavar="SEATS", help="席次；其餘為 rest / seats: 1-6,8; all; rest")]


def day(name: str, zh: str, en: str) -> typer.models.OptionInfo:
    """An option that takes a day of either calendar."""
    option: typer.models.OptionInfo = typer.Option(
        name, parser=day_of, metavar="DATE", help=f"{zh} / {en} ({EXAMPLE})"
    )
    return option


AsOf = Annotated[dt.date | None, day("--as-of", "哪一天有效的清單", "the list in force on this day; today")]
KnownAt = Annotated[dt.date | None, day("--known-at", "截至哪一天已知的", "as known at the end of this day")]
