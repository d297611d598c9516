"""Setting the stage: accounts, a council of 25, the Office, panels, and agreements signed by all but one."""

import datetime as dt

from django.contrib.auth.hashers import make_password
from django.db import transaction

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Agreement, AgreementText, Appointment, Body, Seat
from coretech.apps.people.models import Agency, Person, Posting
from coretech.demo.cast import (
    ADMINISTRATOR,
    ANNOUNCER,
    AUTHORITIES,
    COUNCIL,
    OFFICE,
    PANEL_GROUPS,
    UNSIGNED,
    Member,
    panel_account,
)
from coretech.demo.people import FIRST_DAY, new_account, new_person, new_post
from coretech.demo.stage_plans import post_plan_people
from coretech.kit.clock import TAIPEI
from coretech.law.term import end as term_end
from coretech.law.terms import TermRole


@transaction.atomic
def set_stage(password: str) -> bool:
    """Put everybody in place, once; says whether there was anything to do."""
    hold("demo.stage")
    if Account.objects.filter(demo=True).exists():
        return False
    secret = make_password(password)
    at = dt.datetime.combine(FIRST_DAY, dt.time(9), TAIPEI)
    _office(secret)
    _agencies(secret)
    _council(secret)
    post_plan_people(secret)
    new_account(ADMINISTRATOR, secret, superuser=True)
    signed = _signed(at)
    by = Acting(at=at, username="system")
    record(by, "demo.stage_set", "demo/1", public={"seats": len(COUNCIL)}, rows=signed)
    return True


def _appoint(
    body: Body, number: int, person: Person, post: tuple[str, str] = ("", ""), **seat: object
) -> None:
    place = Seat.objects.create(body=body, number=number, **seat)
    Appointment.objects.create(
        seat=place, person=person, start=FIRST_DAY, end=_term_end(), post_zh=post[0], post_en=post[1]
    )


def _term_end() -> dt.date:
    """Two years, as the law counts them (art. 3(3))."""
    ruling = term_end.rule(term_end.Facts(role=TermRole.COUNCIL_MEMBER, start=FIRST_DAY), FIRST_DAY)
    return dt.date.fromisoformat(str(ruling.values["end"]))


def _office(secret: str) -> None:
    nstc = Agency.objects.get(code="nstc")
    office = Body.objects.create(
        kind=Body.Kind.OFFICE,
        agency=nstc,
        name_zh="國家核心關鍵技術辦公室",
        name_en="Core Key Technology Office",
    )
    person = new_person(
        ("辦公室承辦人（示範）", "Office secretary (demonstration)"), new_account(OFFICE, secret)
    )
    _appoint(office, 1, person)
    director = new_person(("辦公室主任（示範）", "Director of the Office (demonstration)"))
    _appoint(office, 2, director, convener=True)
    announcer = new_person(
        ("行政院公告承辦人（示範）", "Executive Yuan announcer (demonstration)"),
        new_account(ANNOUNCER, secret),
    )
    new_post(announcer, "ey", Posting.Kind.ANNOUNCER)


def _agencies(secret: str) -> None:
    for code in AUTHORITIES:
        agency = Agency.objects.get(code=code)
        name = agency.name_on(FIRST_DAY)
        names = (f"{name.zh}承辦人（示範）", f"{name.en} officer (demonstration)")
        new_post(new_person(names, new_account(f"agency-{code}", secret)), code, Posting.Kind.OFFICER)
        panel = Body.objects.create(
            kind=Body.Kind.PANEL,
            agency=agency,
            name_zh=f"{name.zh}專家審查會",
            name_en=f"Panel of the {name.en}",
        )
        _panel(panel, code, secret)


def _panel(panel: Body, code: str, secret: str) -> None:
    for number, group in enumerate(PANEL_GROUPS, start=1):
        username = panel_account(code, number)
        names = (f"審查委員{number:02d}（示範）", f"Panel member {number:02d} (demonstration)")
        member = new_person(names, None if username is None else new_account(username, secret))
        _appoint(panel, number, member, group=group.value, convener=number == 1)


def _council(secret: str) -> None:
    council = Body.objects.create(
        kind=Body.Kind.COUNCIL,
        agency=Agency.objects.get(code="nstc"),
        name_zh="國家核心關鍵技術審議會",
        name_en="Core Key Technology Council",
    )
    for member in COUNCIL:
        person = new_person(member.names, new_account(member.account, secret))
        _appoint(council, member.number, person, _post_of(member), **_seat_of(member))


def _post_of(member: Member) -> tuple[str, str]:
    """The post a representative leaves the seat with (art. 3(3)); experts and industry have none."""
    if member.agency is None:
        return "", ""
    name = Agency.objects.get(code=member.agency).name_on(FIRST_DAY)
    if member.number == 1:
        return f"{name.zh}主任委員", f"Minister, {name.en}"
    return f"{name.zh}首長指派之代表", f"Representative of the {name.en}"


def _seat_of(member: Member) -> dict[str, object]:
    agency = None if member.agency is None else Agency.objects.get(code=member.agency)
    return {"category": int(member.category), "convener": member.number == 1, "represents": agency}


def _signed(at: dt.datetime) -> list[Agreement]:
    """Everybody with an account has signed, but one member."""
    text = AgreementText.objects.latest("version")
    signers = Person.objects.exclude(account=None).exclude(account__username=UNSIGNED)
    return Agreement.objects.bulk_create(
        Agreement(person=person, text=text, signed_at=at, signed_name=person.name_zh) for person in signers
    )
