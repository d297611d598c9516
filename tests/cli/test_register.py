"""``coretech register``: the black-box contract, then what people read."""

import datetime as dt

import pytest

from coretech.apps.register.operations.announce import Notice, announce
from tests import factories
from tests.cli.conftest import Run

FIELDS = {"no", "name", "name_announced", "authority", "sector", "in_force_since", "version"}


@pytest.fixture
def announced(run: Run) -> None:  # noqa: ARG001 - the stage must stand first
    """The renaming of item 12 announced on 2025-09-01, decided on the factories' day."""
    case = factories.pre_announced_case(factories.renaming())
    day = dt.date(2025, 9, 1)
    announce(factories.acting("announcer", day), Notice((case.reference,), "示範字第1號", day, day))


def test_the_list_has_the_contracts_fields_and_the_22_first_items(run: Run) -> None:
    entries = run("register", "list", "--as-of", "2023-12-05", "--json").data

    assert [entry["no"] for entry in entries] == list(range(1, 23))
    assert all(set(entry) == FIELDS for entry in entries)
    assert entries[11] == {
        "no": 12,
        "name": "太空規格主動式相位陣列天線技術",
        "name_announced": "太空規格主動式相位陣列天線技術",
        "authority": {"zh": "國家科學及技術委員會", "en": "National Science and Technology Council"},
        "sector": {"zh": "太空", "en": "Space"},
        "in_force_since": "2023-12-05",
        "version": 1,
    }


def test_a_name_printed_damaged_is_kept_beside_the_corrected_one(run: Run) -> None:
    entries = {
        entry["no"]: entry for entry in run("register", "list", "--as-of", "2024-01-01", "--json").data
    }

    assert [no for no, entry in entries.items() if entry["name"] != entry["name_announced"]] == [11, 19]


def test_before_the_first_list_it_is_empty_and_says_so(run: Run) -> None:
    ran = run("register", "list", "--as-of", "112-12-04", "--json")

    assert (ran.status, ran.data) == (0, [])
    assert "No list had been announced by 4 December 2023." in ran.err


def test_a_day_that_does_not_exist_is_bad_input(run: Run) -> None:
    ran = run("register", "list", "--as-of", "2025-02-30")

    assert (ran.status, ran.out) == (2, "")
    assert "“2025-02-30” is no day" in ran.err


def test_the_last_day_there_is_can_be_asked_for(run: Run) -> None:
    assert (
        len(run("register", "list", "--known-at", "9999-12-31", "--as-of", "9999-12-31", "--json").data) == 22
    )


@pytest.mark.usefixtures("announced")
def test_valid_time_and_record_time_are_two_questions(run: Run) -> None:
    def version(*options: str) -> int:
        entries = run("register", "list", "--json", *options).data
        return next(int(entry["version"]) for entry in entries if entry["no"] == 12)

    assert version("--as-of", "2025-09-01") == 2
    assert version("--as-of", "2025-08-31") == 1
    assert version("--as-of", "2025-09-01", "--known-at", "2025-08-31") == 1


@pytest.mark.usefixtures("announced")
def test_an_item_shows_its_versions_with_decision_and_announcement(run: Run) -> None:
    shown = run("register", "show", "12", "--history", "--json").data

    newest = shown["versions"][-1]
    assert [version["change"] for version in shown["versions"]] == ["added", "renamed"]
    assert newest["announcement"]["document_number"] == "示範字第1號"
    assert newest["announcement"]["decided_on"] == factories.DAY.isoformat()
    assert newest["case"] is not None
    assert run("register", "show", "12", "--history").out.count("\nv") == 2
    assert run("register", "show", "12").out.count("\nv") == 1


@pytest.mark.usefixtures("announced")
def test_two_days_differ_by_what_was_renamed(run: Run) -> None:
    changes = run("register", "diff", "2025-08-31", "民國114年9月1日", "--json").data

    assert [(change["no"], change["kind"], change["after"]["name"]) for change in changes] == [
        (12, "renamed", factories.NEW_NAME)
    ]


def test_two_days_that_agree_say_so(run: Run) -> None:
    ran = run("register", "diff", "2024-01-01", "2024-01-02", "--json")

    assert ran.data == []
    assert "the same on both days" in ran.err


def test_an_item_that_never_was_is_bad_input(run: Run) -> None:
    ran = run("register", "show", "99")

    assert (ran.status, ran.err) == (2, "The list has no item 99.\n")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--search", "天线"), [12, 13]),
        (("--search", "antena"), [12, 13]),
        (("--sector", "space", "--search", "雷達"), [14]),
        (("--authority", "moda"), [20, 21, 22]),
    ],
)
def test_the_list_is_searched_and_its_fields_stay(
    run: Run, options: tuple[str, ...], found: list[int]
) -> None:
    entries = run("register", "list", "--as-of", "2024-01-01", "--json", *options).data

    assert [entry["no"] for entry in entries] == found
    assert all(set(entry) == FIELDS for entry in entries)


def test_a_search_that_finds_nothing_says_so(run: Run) -> None:
    ran = run("register", "list", "--as-of", "2024-01-01", "--json", "--search", "nonesuch")

    assert (ran.status, ran.data) == (0, [])
    assert "Nothing on the list matches." in ran.err


def test_a_sector_there_is_not_is_bad_input(run: Run) -> None:
    ran = run("register", "list", "--sector", "spaace")

    assert (ran.status, ran.out) == (2, "")
    assert "it can be one of: defence" in ran.err


@pytest.mark.usefixtures("announced")
def test_an_item_found_by_its_former_name_is_told_with_it(run: Run) -> None:
    ran = run("register", "list", "--as-of", "2025-09-02", "--search", "陣列天線技術")

    assert "found by its former name: Space-grade active phased-array antenna technology" in ran.out
