"""Keeping the list through the API: corrections, scope notes, scans, legal states, and what was known when."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories
from tests.api.caller import BASE, Caller, problem_of
from tests.factories import papers_factories
from tests.factories import register_factories as register

By = Callable[[str], Caller]

CORRECTION = {"reason": "typed wrongly", "source": "page 2", "name_en": "Corrected"}
NOTE = {"topic": "軌道高度", "zh": "限低軌衛星。", "en": "Low orbits.", "source": "Letter no. 1"}


def test_a_correction_is_a_version_that_names_what_it_corrects(caller: By, public: Caller) -> None:
    where = caller("office").done("/register/12/versions/1/correction", CORRECTION)

    first, second = public.read(where)
    assert (first["corrects"], second["corrects"], second["name"]["en"]) == (None, 1, "Corrected")
    assert (second["corrected_because"], second["correction_source"]) == ("typed wrongly", "page 2")
    assert public.read("/register/12")["in_force"]["version"] == 2


def test_what_was_known_before_a_correction_can_be_asked_for(caller: By, public: Caller) -> None:
    caller("office").done("/register/12/versions/1/correction", CORRECTION)

    assert [each["version"] for each in public.read("/register/12/versions?known_at=2025-06-01")] == [1]
    assert public.read("/register/12?known_at=2025-06-01")["in_force"]["version"] == 1
    assert public.read("/register/diff?from=2023-12-04&to=2025-06-02&known_at=2023-12-04") == []


@pytest.mark.parametrize(
    ("username", "changes", "status"),
    [
        ("agency-nstc", {}, 403),
        ("office", {"reason": ""}, 422),
        ("office", {"name_zh": "別的名稱"}, 422),
        ("office", {"seen": 7}, 409),
        ("office", {"unknown": 1}, 422),
    ],
)
def test_a_correction_that_may_not_be_is_refused(
    caller: By, username: str, changes: dict[str, object], status: int
) -> None:
    sent = CORRECTION | changes

    problem_of(caller(username).post("/register/12/versions/1/correction", sent), status)
    problem_of(caller("office").post("/register/12/versions/9/correction", CORRECTION), 404)


def test_notes_are_listed_with_the_one_that_counts(caller: By, public: Caller) -> None:
    officer = caller("agency-nstc")
    where = officer.done("/register/12/scope-notes", NOTE)
    officer.done("/register/12/scope-notes", NOTE | {"zh": "又一說。"})
    assert [each["counts"] for each in public.read(where)] == [False, True]

    officer.done("/register/12/scope-notes/withdrawal", {"topic": "軌道高度", "why": "The law changed."})

    notes = public.read(where)
    assert [each["counts"] for each in notes] == [False, False, False]
    assert (notes[-1]["text"], notes[-1]["source"]) == (None, "The law changed.")
    problem_of(caller("office").post("/register/12/scope-notes", NOTE), 403)


def test_a_scan_is_filed_listed_and_handed_out(caller: By, public: Caller) -> None:
    announcer = caller("announcer")
    file = SimpleUploadedFile("公告.pdf", papers_factories.pdf())
    sent = announcer.client.post(f"{BASE}/announcements/1/scans", {"scan": file}, headers=announcer.headers)
    assert sent.status_code == 201, sent.content

    (scan,) = public.read("/announcements/1/scans")
    got = public.get(f"/announcements/1/scans/{scan['id']}")
    assert (got.content, got["Content-Type"]) == (papers_factories.pdf(), scan["media_type"])
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Disposition"].startswith("attachment")
    bad = {"scan": SimpleUploadedFile("x.pdf", b"words")}
    problem_of(announcer.client.post(f"{BASE}/announcements/1/scans", bad, headers=announcer.headers), 422)
    problem_of(public.get(f"/announcements/2/scans/{scan['id']}"), 404)


def test_the_legal_states_are_those_of_what_was_announced(public: Caller) -> None:
    case = factories.pre_announced_case(factories.addition())
    assert [each["state"] for each in public.read("/register/12/states")] == ["approved", "in_force"]
    register.renamed_on()

    states = [each["state"] for each in public.read("/register/12/states")][2:]
    assert states == ["inventoried", "panel_reviewed", "submitted", "approved", "pre_announced", "changed"]
    assert case.reference not in str(public.read("/register/12/states"))
