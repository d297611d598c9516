"""``coretech body``, for what has no seats yet: setting up the council or the advisers, forming a panel."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.operations import form_panel as forming
from coretech.apps.bodies.operations.set_up_body import set_up_body
from coretech.cli.installation.doors import writes
from coretech.cli.installation.people.body_options import Start
from coretech.kit.refusal import bad_input

_MOST_PARTS = 4
_FEWEST_PARTS = 2

Kind = Annotated[str, typer.Argument(metavar="KIND", help="office, council, advisers")]


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    writes(app, "set-up")(set_up)
    writes(app, "form-panel")(form_panel)


def set_up(by: Acting, kind: Kind) -> Act:
    """設立辦公室、審議會或諮詢委員 / Set up the Office, the council or the advisers."""
    if kind not in Body.Kind.values:
        raise bad_input("kind", "請填office、council或advisers。", "Write office, council or advisers.")
    return set_up_body(by, kind)


def form_panel(
    by: Acting,
    agency: Annotated[str, typer.Argument(metavar="AGENCY", help="機關代碼 / the agency's code")],
    member: Annotated[
        list[str],
        typer.Option(
            metavar="GROUP:NAME[:ENGLISH[:POST]]",
            help="委員，第一位為召集人 / a member, the convener first",
        ),
    ],
    start: Start,
    convenes_as: Annotated[
        Appointment.Convening, typer.Option(help="召集人的職務 / by what post the convener convenes")
    ] = Appointment.Convening.HEAD,
) -> Act:
    """機關組成專家審查會 / An agency forms its panel."""
    panel = forming.Panel(agency, start, convenes_as.value, tuple(map(_member, member)))
    return forming.form_panel(by, panel)


def _member(words: str) -> forming.Member:
    parts = [part.strip() for part in words.split(":")]
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS:
        raise bad_input(
            "member",
            f"「{words}」應寫成 組別:姓名:英文姓名:本職，例如 expert:王小明。",
            f"“{words}” should be GROUP:NAME:ENGLISH:POST, such as expert:Wang.",
        )
    group, name, english, post = (*parts, "", "")[:_MOST_PARTS]
    return forming.Member(name, english, group, post)
