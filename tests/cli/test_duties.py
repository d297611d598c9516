"""``coretech duties``: the list, and the calendar's address."""

from urllib.parse import urlsplit

from django.test import Client

from tests.cli.conftest import Run

OFFICER = ("--as", "agency-nstc")


def test_deadlines_are_listed_with_day_and_page(run: Run) -> None:
    told = run("duties", "list", "--view", "agency", "--topic", "reviews", *OFFICER)

    assert told.status == 0
    assert "2025-12-31" in told.out
    assert "/reviews/" in told.out
    (review,) = run("duties", "list", "--topic", "reviews", *OFFICER, "--json").data
    assert (review["due_on"], review["status"], review["articles"]) == ("2025-12-31", "coming", ["10.1"])


def test_a_list_with_nothing_in_it_says_so(run: Run) -> None:
    told = run("duties", "list", "--status", "overdue", *OFFICER)

    assert (told.status, told.out) == (0, "")
    assert told.err


def test_the_view_of_the_office_is_the_offices(run: Run) -> None:
    assert run("duties", "list", "--view", "office", *OFFICER).status == 1
    assert run("duties", "list").status == 1


def test_the_address_is_printed_once_and_ends(run: Run) -> None:
    made = run("duties", "make-calendar", *OFFICER)
    where = urlsplit(made.out.strip()).path

    assert Client().get(where).status_code == 200
    assert run("duties", "end-calendar", *OFFICER).status == 0
    assert Client().get(where).status_code == 404
    assert run("duties", "end-calendar", *OFFICER).status == 1
