"""The whole way of a change by the API alone, each step by whoever it belongs to."""

import datetime as dt
from collections.abc import Callable, Mapping

from tests import factories
from tests.api.caller import Caller

Callers = Callable[[str], Caller]
OnDay = Callable[[dt.date], None]

AFTER = dt.date(2025, 9, 1)
RENAMING = {
    "agency": "nstc",
    "kind": "change",
    "name_zh": factories.NEW_NAME,
    "name_en": "SAR system with active phased-array antenna",
    "sector": "space",
    "authority": "nstc",
    "why": "The technology has grown into whole radar systems.",
    "ground": "environment_changed",
}
ADDITION = {
    "agency": "nstc",
    "kind": "identify",
    "name_zh": factories.NEW_TECHNOLOGY,
    "name_en": "High-precision satellite attitude control and pointing technology",
    "sector": "space",
    "authority": "nstc",
    "why": "Domestic satellites depend on it.",
}


def submitted(agency: Caller, found: Mapping[str, object]) -> str:
    """From a candidate to a case at the Office; gives back the case's address."""
    candidate = agency.done("/candidates", found)
    case = agency.done(f"{candidate}/case")
    for part in factories.PARTS:
        content: dict[str, object] = {"text": f"text of {part}"}
        if part == "definition":
            content |= {"harms": ["national_security"], "limbs": [1]}
        agency.done(f"{case}/dossier/{part}", content, method="PUT")
    day = factories.DAY.isoformat()
    agency.done(
        f"{case}/panel-review", {"held_on": day, "present": 9, "in_favour": 8, "opinion": "In favour."}
    )
    return agency.done(f"{case}/submission")


def decided(caller: Callers, office: Caller, cases: list[str]) -> None:
    """From the Office's check to the council's resolution; member 03 is recused from the first item."""
    for case in cases:
        office.done(f"{case}/check", {"passed": True, "note": "complete"})
    meeting = office.done("/meetings", {"held_on": factories.DAY.isoformat(), "place": "Room 1"})
    number = int(meeting.rsplit("/", 1)[1])
    for case in cases:
        office.done(f"{case}/agenda-place", {"meeting": number})
    caller("member-07").done("/agreements", {"signed_name": "委員07（示範）"})
    sheet = office.read(meeting)
    here = [seat["appointment"] for seat in sheet["seats"]][:15]
    marks = [{"appointment": seat, "status": "present"} for seat in here]
    office.done(f"{meeting}/attendance", {"marks": marks}, method="PUT")
    office.done(f"{meeting}/opening")
    first, second = (f"/items/{item['id']}" for item in sheet["items"])
    caller("member-03").done(
        f"{first}/declaration",
        {"interest": True, "kinship": ["parent", "child"], "detail": "a sibling's company"},
    )
    for item in (first, second):
        vote(caller, office, item)
    office.done(f"{meeting}/closing")


def vote(caller: Callers, office: Caller, item: str) -> None:
    """Declarations on paper, one ballot by its member, the others by hand."""
    room = office.read(item)
    office.done(f"{item}/paper-declarations", {"appointments": room["undeclared"]})
    office.done(f"{item}/vote-opening")
    member = caller("member-05")
    member.done(f"{item}/ballot", {"choice": "for"})
    own = member.read(item)["own"]["appointment"]
    sheet = office.read(f"/meetings/{room['meeting']}")["seats"]
    recused = {caller("member-03").read(item)["own"]["appointment"]} if room["counts"]["recused"] else set()
    here = {seat["appointment"] for seat in sheet if seat["mark"]}
    hands = [{"appointment": seat, "choice": "for"} for seat in sorted(here - recused - {own})]
    office.done(f"{item}/hands", {"hands": hands})
    office.done(f"{item}/vote-closing")


def test_a_renaming_and_an_addition_go_from_candidate_to_register_by_the_api(
    caller: Callers, public: Caller, on_day: OnDay
) -> None:
    agency, office = caller("agency-nstc"), caller("office")
    technology = technology_of_item_12()
    cases = [submitted(agency, RENAMING | {"technology": technology}), submitted(agency, ADDITION)]
    decided(caller, office, cases)
    references = [case.rsplit("/", 1)[1] for case in cases]
    draft = office.done(
        "/pre-announcements",
        {
            "references": references,
            "document_number": "示範字第1號",
            "published_on": factories.DAY.isoformat(),
            "comments_until": "2025-08-01",
        },
    )
    public.done(f"{draft}/comments", {"text": "請說明範圍。", "sender": "某公司"})
    comment = office.read(draft)["comments"][0]
    office.done(f"/comments/{comment['id']}/disposition", {"disposition": "noted", "reply": "已說明。"})
    on_day(AFTER)
    caller("announcer").done(
        "/announcements",
        {
            "references": references,
            "document_number": "示範字第2號",
            "announced_on": AFTER.isoformat(),
            "effective_on": AFTER.isoformat(),
        },
    )

    changes = public.read(f"/register/diff?from=2025-08-31&to={AFTER}")
    assert [(c["no"], c["kind"], c["after"]["name"]) for c in changes] == [
        (12, "renamed", factories.NEW_NAME),
        (23, "added", factories.NEW_TECHNOLOGY),
    ]
    before = {entry["no"]: entry["name"] for entry in public.read("/register?as_of=2025-08-31")}
    assert before[12] == "太空規格主動式相位陣列天線技術"
    assert [version["version"] for version in public.read("/register/12/versions")] == [1, 2]
    acts = office.read(f"{cases[0]}/acts?limit=200")["items"]
    assert [act["kind"] for act in acts][:2] == ["case.opened", "case.part_written"]
    assert public.read(draft)["comments"][0]["sender"] is None


def technology_of_item_12() -> int:
    technology = factories.renaming().technology
    assert technology is not None
    return technology


def test_the_case_tells_each_step_and_why_it_is_closed(caller: Callers) -> None:
    agency = caller("agency-nstc")
    case = agency.done(f"{agency.done('/candidates', ADDITION)}/case")

    steps = {step["step"]: step for step in agency.read(case)["steps"]}

    assert steps["write_dossier"]["closed"] is None
    closed = steps["review_by_panel"]["closed"]
    assert closed["status"] == 409
    assert closed["ruling"]["question"] == "dossier.completeness"
    assert "description" in closed["ruling"]["values"]["missing"]
    assert steps["announce"]["closed"]["ruling"]["question"] == "access.register.announce"


def test_a_recused_member_finds_the_dossier_closed_by_article_12(caller: Callers) -> None:
    case = factories.checked_case(factories.addition())
    item = factories.listed_item(case, factories.called_meeting())
    member = caller("member-04")
    member.done(f"/items/{item.pk}/declaration", {"interest": True, "kinship": ["spouse"]})

    response = member.get(f"/cases/{case.reference}/dossier")

    assert response.status_code == 403
    assert "12" in response.json()["ruling"]["articles"]


def test_the_standing_of_an_account_is_told(caller: Callers) -> None:
    me = caller("agency-nstc").read("/me")

    assert me["account"] == "agency-nstc"
    assert me["today"] == factories.DAY.isoformat()
    assert me["agencies"] == ["nstc"]
    assert {role["code"] for role in me["roles"]} == {"public", "agency_officer"}
