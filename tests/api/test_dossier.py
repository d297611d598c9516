"""The dossier over the API: forms, versions, remarks; closed where a page is."""

from collections.abc import Callable

import pytest

from coretech.apps.cases.models import Case
from tests import factories
from tests.api.caller import Caller, problem_of
from tests.factories.consultation_factories import answered, asked_in
from tests.factories.dossier_factories import CHARACTERISTICS, DEFINITION, OFFICER, draft, write

pytestmark = pytest.mark.usefixtures("stage")

Callers = Callable[[str], Caller]


def path(case: Case, more: str = "") -> str:
    return f"/cases/{case.reference}/dossier{more}"


def test_a_form_is_written_and_read_back_with_its_warnings(caller: Callers) -> None:
    case, officer = draft(), caller(OFFICER)

    officer.done(path(case, "/definition"), {"content": DEFINITION, "level": "secret", "based_on": 0}, "PUT")

    (part,) = officer.read(path(case))["parts"]
    assert part["content"]["national_security"]["evidence"][0]["date"] == "2025-01-02"
    assert (part["harms"], part["limbs"], part["level"]) == (["national_security"], [1, 2], "secret")
    assert "主張「第1款：國防需要」，但沒有佐證。" in [each["zh"] for each in part["warnings"]]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"content": {"rumours": ""}}, "rumours"),
        ({"content": {"parameters": [{"value": "many"}]}}, "parameters.0.value"),
        ({"content": {}}, "content"),
        ({"content": CHARACTERISTICS, "level": "cosmic"}, "level"),
        ({"text": ""}, "text"),
    ],
)
def test_a_form_that_cannot_be_is_a_problem_with_its_place(
    caller: Callers, given: dict[str, object], field: str
) -> None:
    case = draft()

    problem = problem_of(caller(OFFICER).send("PUT", path(case, "/characteristics"), given), 422)

    assert field in str(problem)


def test_a_form_based_on_an_older_version_is_refused(caller: Callers) -> None:
    case, officer = draft(), caller(OFFICER)
    given = {"content": CHARACTERISTICS, "based_on": 0}
    officer.done(path(case, "/characteristics"), given, "PUT")

    problem_of(officer.send("PUT", path(case, "/characteristics"), given), 409)


def test_versions_tell_what_changed_and_an_old_one_comes_back(caller: Callers) -> None:
    case, officer = draft(), caller(OFFICER)
    write(case, "functions", {"does": "五公尺"})
    write(case, "functions", {"does": "三公尺"})

    versions = officer.read(path(case, "/functions/versions"))

    assert [each["version"] for each in versions] == [1, 2]
    assert [piece["change"] for piece in versions[1]["changes"][0]["pieces"]] == ["gone", "new", "kept"]
    officer.done(path(case, "/functions/restoration"), {"version": 1, "based_on": 2})
    assert officer.read(path(case, "/functions/versions"))[2]["content"]["does"] == "五公尺"


def test_remarks_are_made_and_answered(caller: Callers) -> None:
    case, officer, office = draft(), caller(OFFICER), caller("office")
    write(case, "functions", {"does": "x"})
    remarks = path(case, "/functions/remarks")

    office.done(remarks, {"text": "請補充。"})
    (made,) = officer.read(remarks)
    officer.done(f"{remarks}/{made['id']}/reply", {"reply": "已補充。"})

    (settled,) = office.read(remarks)
    assert (settled["text"], settled["reply"], settled["account"]) == ("請補充。", "已補充。", "office")
    problem_of(officer.post(f"{remarks}/{made['id']}/reply", {"reply": "again"}), 409)


def test_a_secret_part_is_closed_to_whoever_has_no_leave(caller: Callers) -> None:
    case, office = draft(), caller("office")
    write(case, "functions", {"does": "極機密用途"}, level="secret")

    assert "極機密用途" not in office.get(path(case)).content.decode()
    assert [each["name"] for each in office.read(path(case))["closed"]] == ["functions"]
    for more in ("versions", "remarks"):
        problem_of(office.get(path(case, f"/functions/{more}")), 403)
    problem_of(office.send("PUT", path(case, "/functions"), {"text": "x"}), 403)


@pytest.mark.parametrize("username", ["agency-moea", "member-02", "announcer"])
def test_the_dossier_is_closed_to_others(caller: Callers, username: str) -> None:
    case = factories.draft_case(factories.renaming())
    write(case, "functions", {"does": "x"})

    for more in ("", "/functions/versions", "/functions/remarks"):
        assert caller(username).get(path(case, more)).status_code in {403, 404}


def test_answers_of_stakeholders_are_rows_to_take_over(caller: Callers) -> None:
    case, officer = draft(), caller(OFFICER)
    answered(asked_in(case), consent="group")

    (row,) = officer.read(path(case, "/stakeholder_views/answers"))
    assert (row.pop("taken"), row["who"], row["group"]) == (False, "", "industry")
    officer.done(path(case, "/stakeholder_views"), {"content": {"views": [row]}}, "PUT")

    assert officer.read(path(case, "/stakeholder_views/answers"))[0]["taken"]
    problem_of(caller("agency-moea").get(path(case, "/stakeholder_views/answers")), 404)
    problem_of(caller("member-02").get(path(case, "/stakeholder_views/answers")), 404)
