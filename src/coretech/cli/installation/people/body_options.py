"""Options that the commands on bodies share."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.nomination import NewPerson, Nomination
from coretech.cli.installation.options import day
from coretech.kit.refusal import bad_input

BodyId = Annotated[int, typer.Argument(metavar="BODY", help="會議體編號（見 body list） / see body list")]
SeatNumber = Annotated[int, typer.Argument(metavar="SEAT", help="席次 / the seat's number")]
AppointmentId = Annotated[
    int, typer.Argument(metavar="APPOINTMENT", help="聘任編號（見 body show） / see body show")
]
Start = Annotated[dt.date, day("--start", "就任日", "the first day")]
End = Annotated[dt.date | None, day("--end", "任期末日", "the last day; a full term by default")]
PersonId = Annotated[
    int | None, typer.Option(metavar="N", help="已登錄人員的編號 / the number of somebody on record")
]
NameZh = Annotated[str, typer.Option(metavar="NAME", help="新人員的姓名 / the name of somebody new")]
NameEn = Annotated[str, typer.Option(metavar="NAME", help="英文姓名 / the name in English")]
PostZh = Annotated[str, typer.Option(metavar="TEXT", help="本職 / the post the seat follows")]
PostEn = Annotated[str, typer.Option(metavar="TEXT", help="本職英文 / the post in English")]
ConvenesAs = Annotated[
    Appointment.Convening | None, typer.Option(help="召集人的職務 / by what post the convener convenes")
]


def nomination(
    person: int | None,
    names: tuple[str, str],
    term: tuple[dt.date, dt.date | None],
    post: tuple[str, str],
    convenes_as: Appointment.Convening | None,
) -> Nomination:
    """Whom the options name.

    Raises:
        Refused: (HTTP 422) where both a number and a new name are given.
    """
    if person is not None and names[0]:
        raise bad_input("person", "--person 與 --name 請擇一提供。", "Give --person or --name, not both.")
    who = NewPerson(*names) if person is None else person
    return Nomination(who, *term, *post, "" if convenes_as is None else convenes_as.value)
