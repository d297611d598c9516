"""The renaming of item 12 through the API, as steps that anything may happen between."""

from collections.abc import Iterator

from tests.journeys.caller import Caller
from tests.journeys.server import Server

DAY = "2025-03-03"
PUBLISHED = "2025-11-24"
LAST_DAY = "2026-01-23"
ANNOUNCED = "2026-01-26"
PARTS = ("description", "characteristics", "functions", "definition", "stakeholder_views", "other_references")


def renaming(server: Server, name: str) -> Iterator[str]:
    """Carry the renaming to the register; says after each step what has been done."""
    agency, office = Caller.named(server, "agency-nstc"), Caller.named(server, "office")
    announcer = Caller.named(server, "announcer")
    candidate = agency.do("/candidates", _candidate(server, name))
    yield "a candidate is recorded"
    case = agency.do(f"{candidate}/case")
    yield "a case is open"
    for part in PARTS:
        content: dict[str, object] = {"text": f"text of {part}"}
        if part == "definition":
            content |= {"harms": ["national_security"], "limbs": [1]}
        agency.do(f"{case}/dossier/{part}", content, "PUT")
        yield f"{part} is written"
    agency.do(f"{case}/panel-review", {"held_on": DAY, "present": 9, "in_favour": 9, "opinion": "Yes."})
    yield "the panel has met"
    agency.do(f"{case}/submission")
    yield "the case is with the Office"
    office.do(f"{case}/check", {"passed": True, "note": "complete"})
    yield "the Office has passed it on"
    yield from _council(office, case)
    server.go_to(PUBLISHED)
    reference = case.rsplit("/", 1)[1]
    draft = office.do(
        "/pre-announcements",
        {
            "references": [reference],
            "document_number": "示範字第1號",
            "published_on": PUBLISHED,
            "comments_until": LAST_DAY,
        },
    )
    yield "the draft is public"
    agency.do(f"{draft}/comments", {"text": "Well done."})
    yield "somebody has commented"
    comment = office.read(draft)["comments"][0]["id"]
    office.do(f"/comments/{comment}/disposition", {"disposition": "noted", "reply": "Thank you."})
    yield "the comment is answered"
    server.go_to(ANNOUNCED)
    announcement = {"references": [reference], "document_number": "示範字第2號"}
    announcer.do("/announcements", announcement | {"announced_on": ANNOUNCED, "effective_on": ANNOUNCED})
    yield "it is announced"


def _candidate(server: Server, name: str) -> dict[str, object]:
    return {
        "agency": "nstc",
        "kind": "change",
        "name_zh": name,
        "name_en": "SAR system with active phased-array antenna",
        "sector": "space",
        "authority": "nstc",
        "why": "It has grown into whole systems.",
        "ground": "environment_changed",
        "technology": server.technology_of(12),
    }


def _council(office: Caller, case: str) -> Iterator[str]:
    """From the call of the meeting to its close."""
    meeting = office.do("/meetings", {"held_on": DAY, "place": "Room 1"})
    yield "a meeting is called"
    office.do(f"{case}/agenda-place", {"meeting": int(meeting.rsplit("/", 1)[1])})
    yield "the case is on the agenda"
    seats = [seat["appointment"] for seat in office.read(meeting)["seats"]]
    here = seats[:6] + seats[7:16]  # seat 7 has not signed the agreement
    marks = [{"appointment": seat, "status": "present"} for seat in here]
    office.do(f"{meeting}/attendance", {"marks": marks}, "PUT")
    yield "the attendance is recorded"
    office.do(f"{meeting}/opening")
    yield "the meeting is open"
    item = f"/items/{office.read(meeting)['items'][0]['id']}"
    office.do(f"{item}/paper-declarations", {"appointments": here})
    yield "everybody has declared"
    office.do(f"{item}/vote-opening")
    yield "the vote is open"
    office.do(f"{item}/hands", {"hands": [{"appointment": seat, "choice": "for"} for seat in here]})
    yield "the hands are entered"
    office.do(f"{item}/vote-closing")
    yield "the case is approved"
    office.do(f"{meeting}/closing")
    yield "the meeting is closed"
