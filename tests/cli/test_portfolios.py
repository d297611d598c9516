"""``coretech inventory``: a portfolio from its file to what is probably left."""

from pathlib import Path

from coretech.apps.inventory.models import Candidate, Find, TermModel
from tests.cli.conftest import Run
from tests.factories import finds_factories as finds

OFFICER = ("--as", finds.OFFICER)


def test_a_portfolio_is_uploaded_taken_and_screened_by_command(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "projects.csv"
    file.write_bytes(finds.file_of())
    made = run("inventory", "upload-portfolio", "nstc", str(file), "--title", "示範", "--json", *OFFICER)
    assert run("inventory", "take-portfolio", made.number, "--column", "x", *OFFICER).status == 2
    assert run("inventory", "take-portfolio", made.number, *OFFICER).status == 0
    assert run("inventory", "screen-portfolio", made.number, *OFFICER).status == 0

    shown = run("inventory", "portfolio", made.number, "--json", *OFFICER).data
    assert (shown["state"], shown["screened"], shown["left_high"]) == ("screened", 5, 5 - shown["above"])
    listed = run("inventory", "portfolios", "--json", *OFFICER).data
    assert [each["title"] for each in listed] == ["示範"]

    waiting = run("inventory", "queue", made.number, "--json", *OFFICER).data
    find = str(waiting[0]["find"])
    assert run("inventory", "show-find", find, "--json", *OFFICER).data["carried"]
    assert run("inventory", "judge-find", find, "set_aside", *OFFICER).status == 2
    assert run("inventory", "judge-find", find, "accepted", *OFFICER).status == 0
    assert run("inventory", "assess-readiness", find, "4", "--evidence", "測試報告", *OFFICER).status == 0
    assert run("inventory", "learn-terms", "nstc", *OFFICER).status == 0
    assert TermModel.objects.get().number == 1

    later = run("inventory", "screen-again", made.number, "--json", *OFFICER)
    assert run("inventory", "screen-portfolio", later.number, *OFFICER).status == 0
    again = run("inventory", "portfolio", later.number, "--json", *OFFICER).data
    assert (again["screening"], again["terms"], again["judged"], again["accepted"]) == (2, 1, 1, 1)
    carried = Find.objects.get(portfolio=int(later.number), row__finds=int(find))
    other = later_than(carried)
    assert run("inventory", "propose-find", str(carried.pk), str(other.pk), *OFFICER).status == 1
    item = ("--item", carried.item)
    assert run("inventory", "judge-find", str(other.pk), "accepted", *item, *OFFICER).status == 0
    assert run("inventory", "propose-find", str(carried.pk), str(other.pk), *OFFICER).status == 0
    assert Candidate.objects.get().finds.count() == 2


def later_than(find: Find) -> Find:
    """Another find of the same screening."""
    return find.portfolio.finds.exclude(pk=find.pk)[0]
