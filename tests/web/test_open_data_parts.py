"""A part of the list as open data: what the search page finds, in every format, said to be a part; forms by name."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.register.exporting import item_file
from coretech.readers.register_files.formats import FORMATS, Format, read
from tests.factories import kinds_factories


@pytest.fixture
def reader(visit: Callable[[str], Client]) -> Client:
    return visit("public")


@pytest.mark.parametrize("form", Format)
def test_a_part_of_the_list_is_what_the_page_finds_and_says_that_it_is_a_part(
    form: Format, reader: Client
) -> None:
    query = "?q=%E5%A4%A9%E7%B7%9A&sector=space"
    answers = [
        reader.get(f"/register/{query}", headers={"Accept": FORMATS[form].media_type}),
        reader.get(f"/en/register/{query}&format={form}"),
        reader.get(f"/register/export/{form}{query}"),
    ]

    for answer in answers:
        file = read(answer.content, form)
        assert [entry.no for entry in file.entries] == [12, 13]
        assert file.about is None or file.about.part == "q=天線; sector=space"
    assert len({answer.content for answer in answers}) == 1
    assert answers[2]["Content-Disposition"] == f'attachment; filename="register-2025-06-02-part.{form}"'


def test_a_part_is_chosen_by_state_and_authority_as_on_the_page(reader: Client) -> None:
    kinds_factories.brought_to_the_list(kinds_factories.drafted(kinds_factories.change_of(12, "removal")))
    day = f"as_of={kinds_factories.LATER}"

    def told(query: str) -> dict[str, object]:
        data = json.loads(reader.get(f"/register/?{query}&{day}&format=json").content)
        return {"part": data["part"], "items": [(each["no"], each["change"]) for each in data["items"]]}

    assert told("state=ended") == {"part": "state=ended", "items": [(12, "removed")]}
    assert told("authority=moda") == {
        "part": "authority=moda",
        "items": [(number, "added") for number in (20, 21, 22)],
    }
    assert told("q=antena")["part"] == "q=antenna"
    assert told("state=in-force")["part"] is None


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?format=xml", 404),
        ("?format=json&sector=nowhere", 422),
        ("?format=json&state=gone", 422),
        ("export/json?history=1&q=x", 422),
        ("12/?format=dcat", 404),
    ],
)
def test_a_part_that_cannot_be_had_is_refused(query: str, status: int, reader: Client) -> None:
    assert reader.get(f"/register/{query}").status_code == status


def test_a_form_by_its_name_is_a_file_of_the_item(reader: Client) -> None:
    answer = reader.get("/register/12/?format=csv")

    assert answer["Content-Disposition"] == 'attachment; filename="register-12.csv"'
    assert read(answer.content, Format.CSV).entries == item_file(12).entries
