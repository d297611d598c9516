"""``coretech body``: the board, appointments, a panel, and files that go out and come back."""

from pathlib import Path

import pytest

from coretech.apps.bodies.models import Body
from coretech.apps.people.models import Agency, Posting
from tests.cli.conftest import Run
from tests.factories import bodies_factories as bodies

OFFICE = ("--as", "office")


@pytest.fixture
def council(run: Run) -> str:  # noqa: ARG001 - the stage must stand first
    return str(bodies.council().pk)


def test_the_list_and_the_board_are_told(run: Run, council: str) -> None:
    assert f"{council}  council" in run("body", "list", *OFFICE).out
    shown = run("body", "show", council, "--on", "116-3-2", *OFFICE)

    assert shown.status == 0
    assert "✓ 25 members in office" in shown.out
    assert "2027-03-03  No longer lawfully composed" in shown.out


def test_the_public_is_told_how_to_see_more(run: Run, council: str) -> None:
    assert "--as" in run("body", "list").err
    assert run("body", "show", council).status == 1


def test_somebody_is_appointed_leaves_and_is_followed(run: Run, council: str) -> None:
    assert run("body", "add-seat", council, "--category", "5", *OFFICE).status == 0
    made = run("body", "appoint", council, "26", "--start", "114-6-2", "--name", "林一", "--json", *OFFICE)
    left = run("body", "end", made.number, "--left-on", "114-6-2", "--why", "died", "--json", *OFFICE)
    filled = run("body", "fill", made.number, "--start", "114-6-3", "--name", "陳二", "--json", *OFFICE)
    again = run("body", "renew", filled.number, "--json", *OFFICE)

    assert [ran.status for ran in (made, left, filled, again)] == [0, 0, 0, 0]
    board = run("body", "show", council, "--on", "116-6-2", "--json", *OFFICE).data
    assert (board["seats"][25]["name"]["zh"], board["seats"][25]["term"]) == ("陳二", 2)
    vacant = run("body", "show", council, "--on", "118-6-2", *OFFICE).out
    assert "(vacant)" in vacant


def test_an_overlong_term_is_refused_with_its_article(run: Run, council: str) -> None:
    bodies.new_seat()

    ran = run(
        "body", "appoint", council, "26", "--start", "114-6-2", "--end", "116-6-2", "--name", "林一", *OFFICE
    )

    assert ran.status == 1
    assert ran.err.endswith("(art. 3(3))\n")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--person", "1", "--name", "林一"), "not both"),
        (("--person", "999999"), "Nobody has number 999999"),
        ((), "Give the person's name"),
    ],
)
def test_who_is_meant_must_be_clear(run: Run, council: str, options: tuple[str, ...], words: str) -> None:
    bodies.new_seat()

    ran = run("body", "appoint", council, "26", "--start", "114-6-2", *options, *OFFICE)

    assert ran.status == 2
    assert words in ran.err


def test_an_agency_forms_its_panel(run: Run) -> None:
    person = Posting.objects.get(person__account__username="agency-nstc").person
    agency = Agency.objects.get(code="mohw")
    Posting.objects.create(person=person, agency=agency, kind="officer", start=bodies.FIRST)
    people = ("agency:甲:A:署長", "expert:乙", "expert:丙", "industry:丁", "industry:戊")
    options = [word for each in people for word in ("--member", each)]

    few = run("body", "form-panel", "mohw", *options[:8], "--start", "114-6-2", "--as", "agency-nstc")
    bad = run("body", "form-panel", "mohw", "--member", "甲", "--start", "114-6-2", "--as", "agency-nstc")
    ran = run("body", "form-panel", "mohw", *options, "--start", "114-6-2", "--as", "agency-nstc")

    assert (few.status, bad.status, ran.status) == (1, 2, 0)
    assert "GROUP:NAME" in bad.err
    assert Body.objects.get(kind="panel", agency=agency).seats.count() == 5


def test_the_advisers_are_set_up(run: Run) -> None:
    assert run("body", "set-up", "advisers", *OFFICE).status == 0
    assert run("body", "set-up", "advisers", *OFFICE).status == 1
    assert run("body", "set-up", "club", *OFFICE).status == 2


@pytest.mark.parametrize("ending", ["csv", "ods"])
def test_a_record_goes_out_and_comes_back_unchanged(
    run: Run, council: str, tmp_path: Path, ending: str
) -> None:
    file = str(tmp_path / f"board.{ending}")

    assert run("body", "export", council, file, "--json", *OFFICE).data["rows"] == 25
    back = run("body", "import", council, file, "--json", *OFFICE)

    assert (back.status, back.data["counts"]["unchanged"]) == (0, 25)


def test_an_import_is_shown_first_and_taken_over_on_yes(run: Run, council: str, tmp_path: Path) -> None:
    file = tmp_path / "new.csv"
    file.write_text("席次,類別,姓名,任期首日,任期末日\n26,4,林一,114.6.2,116.6.1\n")

    seen = run("body", "import", council, str(file), *OFFICE)
    assert "New appointment  26  林一" in seen.out
    assert "--yes" in seen.err
    assert not bodies.council().seats.filter(number=26).exists()
    taken = run("body", "import", council, str(file), "--yes", "--json", *OFFICE)

    assert taken.data["counts"]["appointment"] == 1
    assert bodies.held(26).person.name_zh == "林一"


def test_a_bad_file_is_told_line_by_line_and_fails(run: Run, council: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("席次,姓名,任期首日,任期末日\n26,林一,soon,\n")

    ran = run("body", "import", council, str(file), "--yes", *OFFICE)

    assert ran.status == 1
    assert "Line 2, column “任期首日 start”" in ran.out
    assert run("body", "import", council, str(tmp_path / "none.csv"), *OFFICE).status == 2
    assert run("body", "export", council, str(tmp_path / "board.xlsx"), *OFFICE).status == 2
    assert run("body", "export", council, str(tmp_path / "no" / "board.csv"), *OFFICE).status == 2
