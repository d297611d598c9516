"""The open data and the calls of one's own machine by the API."""

import datetime as dt
from collections.abc import Callable

import pytest

from coretech.apps.register.exporting import list_file
from coretech.readers.register_files import delta
from coretech.readers.register_files.formats import FORMATS, Format, read
from tests.api.caller import Caller, problem_of
from tests.factories import open_data_factories as open_data

Callers = Callable[[str], Caller]
HOOK = "https://systems.example/hook"


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize("form", Format)
def test_each_format_is_the_list_of_a_day(form: Format) -> None:
    answer = Caller().get(f"/register/export/{form}?as_of=2024-01-01")

    assert answer["Content-Type"] == FORMATS[form].content_type
    assert read(answer.content, form).entries == list_file(dt.date(2024, 1, 1)).entries


@pytest.mark.usefixtures("stage")
def test_what_cannot_be_read_is_refused() -> None:
    public = Caller()

    told = problem_of(public.get("/register/export/xml"), 404)
    assert "ods" in told["detail"]
    problem_of(public.get("/register/changes/ods?from=2025-01-01&to=2025-01-02"), 404)
    problem_of(public.get("/register/export/csv?as_of=2025-02-30"), 422)
    problem_of(public.get("/register/changes/json?from=2025-01-01"), 422)


@pytest.mark.usefixtures("stage")
def test_changes_lead_from_one_list_to_another() -> None:
    open_data.announced_renaming()
    days = "from=2025-06-02&to=2025-09-01"

    answer = Caller().get(f"/register/changes/json?{days}")
    rows = Caller().get(f"/register/changes/csv?{days}")

    old, new = (list_file(day).entries for day in (dt.date(2025, 6, 2), open_data.ANNOUNCED))
    assert delta.apply(old, delta.read_json(answer.content).changes) == new
    assert delta.apply(old, delta.read_csv(rows.content)) == new


def test_an_address_is_followed_with_its_secret_told_once_and_ended(caller: Callers) -> None:
    officer = caller("agency-nstc").with_headers(Idempotency_Key="first")
    made, again = (officer.post("/webhooks", {"address": HOOK}) for _ in range(2))

    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json()["secret"].startswith("whsec_")
    assert again.json()["secret"] is None
    open_data.announced_renaming()
    (shown,) = caller("agency-nstc").get("/webhooks").json()
    assert (shown["address"], shown["ended_at"]) == (HOOK, None)
    assert [(call["edition"], call["tries"], call["delivered_at"]) for call in shown["calls"]] == [
        (2, 0, None)
    ]
    end = f"/webhooks/{shown['id']}/end"
    problem_of(caller("office").post(end), 404)
    assert caller("agency-nstc").post(end).status_code == 201
    problem_of(caller("agency-nstc").post(end), 409)


def test_a_wrong_address_and_a_stranger_are_refused(caller: Callers) -> None:
    problem_of(caller("agency-nstc").post("/webhooks", {"address": "http://10.0.0.1/"}), 422)
    problem_of(Caller().post("/webhooks", {"address": HOOK}), 401)
    problem_of(Caller().get("/webhooks"), 401)
