"""Lists through the API: versions with their items, comparisons, files, and taking one in."""

import pytest

from tests.api.caller import Caller, problem_of
from tests.factories import lists_factories as lists


@pytest.fixture(autouse=True)
def _staged(public: Caller) -> None:  # noqa: ARG001 - asked for, not read
    lists.staged()


def told(content: bytes, **changed: object) -> dict[str, object]:
    head = {name: value for name, value in lists.HEAD.items() if name != "list"}
    return {
        **head,
        "list_code": lists.HEAD["list"],
        "code": "XX-1",
        "status": "in_force",
        "effects": ["export"],
        "content": content.decode(),
        **changed,
    }


def test_anybody_reads_lists_their_items_and_what_differs(public: Caller) -> None:
    found = {each["code"]: each for each in public.read("/lists")}
    shown = public.read("/lists/JP-METI")
    changes = public.read("/lists/compare?left=US-NSTC-2022&right=US-NSTC-2024")

    assert len(found) == 15
    assert (found["US-NSTC-2022"]["items_here"], found["US-NSTC-2022"]["stated_count"]) == (19, 122)
    assert shown["items"][0]["names"]["ja"] == "洗浄"
    assert {(each["kind"], each["proposed"]) for each in changes} >= {("merged", True), ("same", False)}
    assert public.get("/lists/US-NSTC/export/ttl")["Content-Type"].startswith("text/turtle")
    problem_of(public.get("/lists/nothing"), 404)


def test_the_office_takes_in_a_version_and_says_where_it_stands(public: Caller) -> None:
    office = Caller.named(lists.OFFICE)
    place = office.done("/lists", told(lists.named("Chips", "Robots")))
    stand = {"status": "replaced", "since": "2025", "why": "a newer one", "seen": "in_force"}
    office.done(f"{place}/status", stand)

    assert (place, public.read(place)["status"]) == ("/lists/XX-1", "replaced")
    problem_of(office.post("/lists", told(lists.named("Chips"))), 422)
    problem_of(office.post("/lists", told(b"code,name:en\na,x\na,y", code="XX-2")), 422)
    problem_of(Caller.named("agency-nstc").post("/lists", told(lists.named("x"), code="XX-2")), 403)
