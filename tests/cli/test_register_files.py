"""``coretech register export``, ``diff --format`` and ``follow``: what goes out is what can be read back."""

import datetime as dt
import json
from pathlib import Path

import pytest

from coretech.apps.register.exporting import history_file, list_file
from coretech.readers.register_files import delta
from coretech.readers.register_files.formats import Format, read
from tests.cli.conftest import Run
from tests.factories import open_data_factories as open_data


@pytest.mark.parametrize("form", Format)
def test_each_format_goes_into_a_file(form: Format, run: Run, tmp_path: Path) -> None:
    out = tmp_path / f"register.{form}"

    ran = run("register", "export", "--format", form, "--as-of", "2024-01-01", "--out", str(out))

    assert ran.status == 0
    assert str(out) in ran.out
    assert read(out.read_bytes(), form).entries == list_file(dt.date(2024, 1, 1)).entries


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.ODS])
def test_each_text_goes_to_standard_output_as_it_is(form: Format, run: Run) -> None:
    ran = run("register", "export", "--format", form, "--history")

    assert (ran.status, ran.err) == (0, "")
    assert read(ran.out.encode(), form).entries == history_file().entries


def test_before_the_first_list_the_file_is_empty_and_it_is_said(run: Run) -> None:
    ran = run("register", "export", "--format", "json", "--as-of", "112-12-04")

    assert (ran.status, json.loads(ran.out)["items"]) == (0, [])
    assert "No list had been announced by 2023-12-04." in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "--format", "xml"), "jsonld"),
        (("export", "--format", "csv", "--as-of", "2025-02-30"), "no day"),
        (("export",), "--format"),
        (("export", "--format", "csv", "--out", "/nowhere/at/all.csv"), "cannot be written"),
        (("diff", "2025-01-01", "2025-01-02", "--format", "ods"), "csv"),
    ],
)
def test_what_cannot_be_read_is_bad_input(arguments: tuple[str, ...], told: str, run: Run) -> None:
    ran = run("register", *arguments)

    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


def test_the_description_names_every_format(run: Run) -> None:
    told = run("register", "export", "--format", "dcat").out

    assert all(f"/register/export/{form}" in told for form in Format)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_file_of_changes_leads_to_the_newer_list(form: str, run: Run) -> None:
    open_data.announced_renaming()

    told = run("register", "diff", "2025-06-02", "2025-09-01", "--format", form).out.encode()

    changes = delta.read_csv(told) if form == "csv" else delta.read_json(told).changes
    old = list_file(dt.date(2025, 6, 2)).entries
    assert delta.apply(old, changes) == list_file(open_data.ANNOUNCED).entries


def test_an_address_is_followed_listed_and_ended(run: Run) -> None:
    officer = ("--as", "agency-nstc", "--json")
    made = run("register", "follow", "https://systems.example/hook", *officer)
    (listed,) = run("register", "following", *officer).data

    assert made.data["secret"].startswith("whsec_")
    assert (listed["address"], listed["ended_at"]) == ("https://systems.example/hook", None)
    assert run("register", "end-following", str(listed["id"]), *officer).status == 0
    assert run("register", "end-following", str(listed["id"]), *officer).status == 1
    assert run("register", "follow", "http://10.0.0.1/", *officer).status == 2
    assert run("register", "following").status == 1
