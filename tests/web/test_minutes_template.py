"""Minutes in a template an office can change, as every other document."""

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from odfdo import Document as Odt

from coretech.apps.documents.models import Template
from coretech.apps.documents.operations.set_template import set_template
from coretech.apps.meetings.models import Meeting, Minutes
from tests import factories
from tests.api.caller import Caller
from tests.factories import documents_factories, minutes_factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]


def odt_of(client: Client, minutes: Minutes, language: str = "") -> Odt:
    file = client.get(f"{language}/meetings/{minutes.meeting_id}/minutes/versions/1/odt/")
    assert file.status_code == 200
    return Odt(io.BytesIO(file.content))


def words(odt: Odt) -> str:
    return odt.body.text_recursive


def heads(odt: Odt) -> str:
    return odt.styles.serialize().decode()


def test_a_template_set_on_the_page_dresses_the_minutes_and_is_named_in_them(
    visit: Visit, over: Meeting
) -> None:
    minutes, client = minutes_factories.drafted(over), visit("office")
    page = "/templates/minutes/"
    assert "會議紀錄" in text_of(client, "/templates/")
    plain = odt_of(client, minutes)
    assert "範本第1版" not in words(plain)

    shown = client.post(
        page, {"odt": SimpleUploadedFile("a.odt", documents_factories.template("示範單位用箋")), "note": "新"}
    )
    assert shown.status_code == 200
    set_template(factories.acting("office"), "minutes", documents_factories.template("示範單位用箋"))

    dressed = odt_of(client, minutes)
    assert "示範單位用箋" in heads(dressed)
    assert "版面：範本第1版" in words(dressed)
    assert "Look: template version 1" in words(odt_of(client, minutes, "/en"))
    assert "草案" in words(dressed) or "草稿" in words(dressed), (
        "the marking cannot be left out by a template"
    )
    assert Template.objects.get().kind == "minutes"


def test_the_pdf_keeps_the_built_in_look_and_the_api_gives_the_same_file(visit: Visit, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)
    set_template(factories.acting("office"), "minutes", documents_factories.template("示範單位用箋"))
    visit("public")

    pdf = visit("office").get(f"/meetings/{minutes.meeting_id}/minutes/versions/1/pdf/")
    file = Caller.named("office").get(f"/meetings/{minutes.meeting_id}/minutes/versions/1/odt")

    assert pdf.content.startswith(b"%PDF-")
    assert "示範單位用箋" in heads(Odt(io.BytesIO(file.content)))


def test_the_api_sets_and_gives_the_template_of_minutes(visit: Visit) -> None:
    visit("public")
    office = Caller.named("office")
    odt = documents_factories.template("用箋")

    done = office.client.post(
        "/api/v1/templates/minutes",
        {"file": SimpleUploadedFile("a.odt", odt), "note": "新"},
        headers=office.headers,
    )

    assert done.status_code == 201, done.content
    assert office.get("/templates/minutes/1").content == odt
