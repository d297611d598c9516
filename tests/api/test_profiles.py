"""Technology profiles through the API: read by anybody, drafted and published by their authority."""

import pytest

from tests.api.caller import Caller, problem_of
from tests.factories import profiles_factories as profiles


@pytest.fixture(autouse=True)
def _staged(public: Caller) -> None:  # noqa: ARG001 - asked for, not read
    profiles.staged()


def test_a_profile_is_drafted_published_and_compared(public: Caller) -> None:
    officer = Caller.named(profiles.OFFICER)
    content = public.read("/profiles/ic-14nm")["content"]
    content["functions"].append(profiles.FUNCTION)
    officer.send("PUT", "/profiles/ic-14nm/draft", {"content": content})
    digest = officer.read("/profiles/ic-14nm/draft")["digest"]
    officer.done("/profiles/ic-14nm/publish", {"seen": digest, "why": "one function more"})

    assert public.read("/profiles")[0]["newest"] == 2
    (change,) = public.read("/profiles/ic-14nm/compare?from=1&to=2")
    assert (change["section"], change["came"], change["went"]) == ("functions", [profiles.FUNCTION], [])
    assert profiles.FUNCTION not in public.read("/profiles/ic-14nm/versions/1")["content"]["functions"]


def test_others_see_no_draft_and_wrong_rows_are_named() -> None:
    officer, stranger = Caller.named(profiles.OFFICER), Caller.named(profiles.ELSEWHERE)
    wrong = {"content": {"readiness": [{"level": "12"}]}}

    assert problem_of(stranger.get("/profiles/ic-14nm/draft"), 403)
    assert problem_of(officer.send("PUT", "/profiles/ic-14nm/draft", wrong), 422)["field"].startswith(
        "readiness.1"
    )
    assert problem_of(officer.post("/profiles/ic-14nm/discard", {"seen": ""}), 409)
