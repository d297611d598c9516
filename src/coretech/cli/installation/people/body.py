"""``coretech body``: who sits on the council, the Office, its advisers and the panels."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.finding import find_body, seat_numbered, visible_bodies
from coretech.apps.bodies.models import Appointment, Seat
from coretech.apps.bodies.operations import add_seat, appoint, end_appointment, fill_vacancy, renew
from coretech.apps.bodies.seating import NewSeat
from coretech.cli.days import DayIfAny
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import day
from coretech.cli.installation.people import body_files, body_panel
from coretech.cli.installation.people.body_options import (
    AppointmentId,
    BodyId,
    ConvenesAs,
    End,
    NameEn,
    NameZh,
    PersonId,
    PostEn,
    PostZh,
    SeatNumber,
    Start,
    nomination,
)
from coretech.cli.installation.people.body_told import board_told, body_data, body_row
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence

app = group("會議體：席位、聘任、離任、補任", "bodies: seats, appointments, vacancies")
body_panel.add_to(app)
body_files.add_to(app)

_NONE = Sentence(
    "還沒有會議體，或沒有這個帳號可閱覽的；以 --as 指定帳號。",
    "There is no body yet, or none this account may see; --as names the account.",
)


@reads(app, "list")
def list_bodies(by: Acting) -> Told:
    """列出可閱覽的會議體 / List the bodies that may be seen."""
    found = visible_bodies(by)
    return Told(
        [body_data(body) for body in found],
        lambda language: table([body_row(body, language) for body in found]),
        None if found else _NONE,
    )


@reads(app, "show")
def show_body(by: Acting, body: BodyId, on: DayIfAny = None) -> Told:
    """某日的席位、在任者與到期事項 / Who sits on a day, and what falls due."""
    return board_told(find_body(by, body), on or by.today)


@writes(app, "add-seat")
def add_one_seat(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    body: BodyId,
    *,
    number: Annotated[int | None, typer.Option(help="席次（預設下一號） / its number; the next one")] = None,
    category: Annotated[int | None, typer.Option(help="審議會的類別1-5 / the council's category 1-5")] = None,
    group: Annotated[Seat.Group | None, typer.Option(help="專家審查會的組別 / the panel's group")] = None,
    represents: Annotated[
        str, typer.Option(metavar="AGENCY", help="代表的機關代碼 / the agency it represents")
    ] = "",
    convener: Annotated[
        bool, typer.Option("--convener", help="召集人（辦公室為主任）的席位 / the convener's seat")
    ] = False,
) -> Act:
    """新增席位 / Add a seat."""
    kind = "" if group is None else group.value
    given = NewSeat(number, category, kind, convener=convener, represents=represents)
    return add_seat.add_seat(by, body, given)


@writes(app, "appoint")
def appoint_somebody(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    body: BodyId,
    seat: SeatNumber,
    start: Start,
    *,
    end: End = None,
    person: PersonId = None,
    name: NameZh = "",
    name_en: NameEn = "",
    post: PostZh = "",
    post_en: PostEn = "",
    convenes_as: ConvenesAs = None,
) -> Act:
    """聘（派）任；未給末日即為完整任期 / Appoint somebody; a full term where no end is given."""
    given = nomination(person, (name, name_en), (start, end), (post, post_en), convenes_as)
    return appoint.appoint(by, seat_numbered(by, body, seat).pk, given)


@writes(app, "end")
def end_one(
    by: Acting,
    appointment: AppointmentId,
    left_on: Annotated[dt.date, day("--left-on", "最後在職日", "the last day served")],
    why: Annotated[Appointment.Leaving, typer.Option(help="離任原因 / why")],
) -> Act:
    """登錄離任 / Enter that a seat is left before the end."""
    return end_appointment.end_appointment(by, appointment, left_on, why.value)


@writes(app, "fill")
def fill_one(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    appointment: AppointmentId,
    start: Start,
    *,
    person: PersonId = None,
    name: NameZh = "",
    name_en: NameEn = "",
    post: PostZh = "",
    post_en: PostEn = "",
    convenes_as: ConvenesAs = None,
) -> Act:
    """補任至原任期屆滿 / Fill the vacancy an appointment left, to the end of its term."""
    given = nomination(person, (name, name_en), (start, None), (post, post_en), convenes_as)
    return fill_vacancy.fill_vacancy(by, appointment, given)


@writes(app, "renew")
def renew_one(
    by: Acting, appointment: AppointmentId, *, end: End = None, post: PostZh = "", post_en: PostEn = ""
) -> Act:
    """續聘（派）一任 / Renew for the next term."""
    return renew.renew(by, appointment, renew.Again(end, post, post_en))
