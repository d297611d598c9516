"""``coretech case`` and ``meeting``: the main job by command, and what is refused on the way."""

import pytest

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from tests import factories
from tests.cli.conftest import Run

OFFICER, OFFICE = ("--as", "agency-nstc"), ("--as", "office")


def candidate(run: Run) -> str:
    return run(
        *(
            "inventory",
            "add",
            *OFFICER,
            "--agency",
            "nstc",
            "--change",
            "12",
            "--ground",
            "environment_changed",
        ),
        *(
            "--name-zh",
            factories.NEW_NAME,
            "--name-en",
            "SAR system",
            "--sector",
            "space",
            "--why",
            "It grew.",
        ),
        "--json",
    ).number


def draft(run: Run) -> str:
    return run("case", "open", candidate(run), *OFFICER, "--json").number


def dossier(run: Run, case: str) -> None:
    for part in factories.PARTS:
        claims = ("--harm", "national_security", "--limb", "1") if part == "definition" else ()
        assert run("case", "part", case, part, "--text", f"text of {part}", *claims, *OFFICER).status == 0


def checked(run: Run) -> str:
    case = draft(run)
    dossier(run, case)
    review = ("--present", "9", "--in-favour", "8", "--opinion", "In favour.")
    assert run("case", "panel", case, *review, *OFFICER).status == 0
    assert run("case", "submit", case, *OFFICER).status == 0
    assert run("case", "check", case, "--pass", "--note", "complete", *OFFICE).status == 0
    return case


def approved(run: Run) -> str:
    case, day = checked(run), factories.DAY.isoformat()
    meeting = run("meeting", "call", "--held-on", day, "--place", "Room 1", *OFFICE, "--json").number
    run("case", "agenda", case, meeting, *OFFICE)
    item = str(run("meeting", "show", meeting, *OFFICE, "--json").data["items"][0]["id"])
    steps = (
        ("attend", meeting, "--present", "1-6,8-23", "--leave", "24", "--absent", "rest", *OFFICE),
        ("declare", item, "--interest", "--kin", "spouse", "--detail", "her firm", "--as", "member-17"),
        ("paper", item, "--seats", "all", *OFFICE),
        ("open", meeting, "--as", "member-01"),
        ("vote-open", item, "--as", "member-01"),
        ("vote", item, "for", "--as", "member-01"),
        ("hands", item, "--for", "2-6,8-16,18-21", "--against", "22", "--abstain", "23", *OFFICE),
        ("vote-close", item, "--as", "member-01"),
        ("close", meeting, *OFFICE),
    )
    for step in steps:
        ran = run("meeting", *step)
        assert (ran.status, ran.err) == (0, ""), step
    return case


def test_a_change_goes_from_inventory_to_the_list_by_command_alone(run: Run) -> None:
    case = approved(run)
    number = ("--number", "示範字第1號")
    published = run("case", "pre-announce", case, *number, "--comments-until", "114-07-31", *OFFICE, "--json")
    comment = run(
        "case", "comment", published.number, "--text", "Why?", "--name", "A. Reader", "--json"
    ).number
    answer = ("--disposition", "noted", "--reply", "It grew.")
    assert run("case", "answer", comment, *answer, *OFFICE).status == 0
    set_demo_day(factories.DAY.replace(month=9))

    assert run("case", "announce", case, *number, "--as", "announcer").status == 0

    assert run("register", "show", "12", "--json").data["name"] == factories.NEW_NAME
    assert run("case", "show", case, *OFFICE, "--json").data["state"] == "announced"


def test_a_case_shows_what_comes_next_by_which_article_and_why_it_is_closed(run: Run) -> None:
    case = draft(run)

    shown = run("case", "show", case, *OFFICER).out
    steps = {step["step"]: step for step in run("case", "show", case, *OFFICER, "--json").data["progress"]}

    assert "→ Write the dossier  [art. 7(1)]  the Office, agency officers" in shown
    assert steps["review_by_panel"]["ruling"]["articles"] == ["7.1"]
    assert steps["announce"]["stage"] == "ahead"


def test_a_refusal_by_the_law_names_its_article_and_writes_nothing(run: Run) -> None:
    case = draft(run)
    before = Act.objects.count()

    ran = run("case", "submit", case, *OFFICER)

    assert Act.objects.count() == before
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.endswith("(art. 7(1))\n")


def test_the_wrong_account_is_refused_with_whose_step_it_is(run: Run) -> None:
    ran = run("case", "check", draft(run), "--pass", "--note", "fine", *OFFICER)

    assert (ran.status, ran.err) == (1, "This step belongs to the Office. (art. 7(1), art. 4(1))\n")


def test_a_case_that_is_not_yours_is_not_there(run: Run) -> None:
    case = draft(run)

    assert run("case", "show", case, "--as", "agency-mnd").err == run("case", "show", case).err
    assert run("case", "list", "--json").data == []
    assert run("case", "dossier", case, "--as", "announcer").status == 2


def test_a_recused_member_does_not_read_the_dossier_and_others_do(run: Run) -> None:
    case = approved(run)

    closed, opened = (
        run("case", "dossier", case, "--as", "member-17"),
        run("case", "dossier", case, "--as", "member-02"),
    )

    assert (closed.status, closed.out) == (1, "")
    assert "art. 12" in closed.err
    assert "text of description" in opened.out


@pytest.mark.parametrize("account", ["nobody", "", "\udcff"])
def test_an_account_that_is_not_there_is_bad_input(run: Run, account: str) -> None:
    assert run("case", "submit", "2025-0001", "--as", account).status == 2


def test_the_same_key_is_carried_out_once(run: Run) -> None:
    found = candidate(run)

    first, second = (run("case", "open", found, *OFFICER, "--once", "k1", "--json") for _ in range(2))

    assert (second.status, second.data) == (0, first.data)
    assert "nothing was written twice" in second.err
    assert Case.objects.count() == 1


def test_a_case_somebody_else_has_written_to_is_not_written_over(run: Run) -> None:
    case = draft(run)
    seen = str(run("case", "show", case, *OFFICER, "--json").data["seen"])
    part = ("case", "part", case, "functions", *OFFICER, "--seen", seen)

    first, second = run(*part, "--text", "one"), run(*part, "--text", "two")

    assert (first.status, second.status) == (0, 1)
    assert "Somebody has updated this case" in second.err


def test_the_act_keeps_that_a_command_was_used(run: Run) -> None:
    draft(run)

    kept = Act.objects.get(kind="case.opened")
    assert (kept.confidential["account"], kept.confidential["via"][:8]) == ("agency-nstc", "command,")


def test_text_comes_from_a_file_too_and_must_be_utf8(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    case, folder = draft(run), tmp_path_factory.mktemp("texts")
    (folder / "good").write_bytes("\ufeff內容".encode())
    (folder / "bad").write_bytes(b"abc\xff")

    def write(name: str) -> tuple[int, str]:
        ran = run("case", "part", case, "functions", "--file", str(folder / name), *OFFICER)
        return ran.status, ran.err

    assert write("good") == (0, "")
    assert "內容" in run("case", "dossier", case, *OFFICER).out
    assert write("bad")[0] == write("gone")[0] == 2
    assert "byte 4 is not UTF-8" in write("bad")[1]


def test_no_text_or_text_twice_is_bad_input(run: Run) -> None:
    part = ("case", "part", draft(run), "functions", *OFFICER)

    assert run(*part).status == run(*part, "--text", "a", "--file", "b").status == 2
