"""The crosswalk through the API: read by all, proposed, added and judged by those who may."""

import pytest
from pytest_django import DjangoDbBlocker

from tests.api.caller import Caller, problem_of
from tests.factories import crosswalk_factories
from tests.factories.crosswalk_factories import LEFT, RIGHT


@pytest.fixture(autouse=True, scope="module")
def _lists(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        crosswalk_factories.lists()


def test_mappings_are_proposed_and_judged_and_everybody_reads_them(public: Caller) -> None:
    office = Caller.named("office")
    place = office.done("/crosswalk/proposals", {"left": LEFT, "right": "register"})
    found = public.read(f"{place}?left={LEFT}&right=register")
    first = next(
        each for each in found["items"] if each["relation"] == "exactMatch" and each["left"]["code"] == "1.1"
    )

    assert found["total"] == len(found["items"])
    assert first["terms"][0]["left"] == "後量子密碼保護技術"
    assert (first["right"]["on"], first["judgement"]) == ("register", "")

    judged = office.done(f"/crosswalk/mappings/{first['id']}/judgement", {"judgement": "accepted"})
    assert public.read(judged)["judgement"] == "accepted"
    (pair,) = public.read("/crosswalk")
    assert (pair["holds"], pair["waiting"]) == (1, found["total"] - 1)
    areas = public.read(f"/crosswalk/coverage/{LEFT}/register")["areas"]
    assert sum(each["mapped"] for each in areas) == 1
    assert public.get(f"/crosswalk/files/{LEFT}/register/sssom").status_code == 200


def test_a_mapping_is_added_by_hand_and_what_is_wrong_is_told(public: Caller) -> None:
    office = Caller.named("office")
    given = {
        "left": LEFT,
        "left_item": "2",
        "right": RIGHT,
        "right_item": "w",
        "relation": "relatedMatch",
        "why": "x",
    }
    office.done("/crosswalk/mappings", given)

    problem_of(office.post("/crosswalk/mappings", given), 409)
    problem_of(office.post("/crosswalk/mappings", given | {"right_item": "none"}), 404)
    problem_of(office.post("/crosswalk/mappings", given | {"relation": "sameAs"}), 422)
    problem_of(office.post("/crosswalk/proposals", {"left": LEFT, "right": LEFT}), 422)
    problem_of(Caller.named("member-05").post("/crosswalk/mappings", given), 403)
    problem_of(public.post("/crosswalk/mappings", given), 401)
