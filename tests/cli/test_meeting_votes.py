"""``coretech meeting``, on votes."""

from pathlib import Path

from coretech.apps.meetings.models import Item, RollEntry
from tests.cli.conftest import Run
from tests.factories.votes_factories import Listed, fresh, open_item, tally


def test_a_secret_vote_is_read_and_never_typed_behind_the_command(
    run: Run, tmp_path: Path, listed: Listed
) -> None:
    item, _ = listed
    choice = tmp_path / "choice"
    choice.write_text("against\n")
    assert run("meeting", "vote-open", str(item.pk), "--method", "secret", "--as", "office").status == 0

    ran = run("meeting", "vote-secret", str(item.pk), "--from", str(choice), "--as", "member-03", "--json")

    assert ran.status == 0
    assert RollEntry.objects.count() == 1
    assert "against" not in ran.out + ran.err


def test_hands_are_counted_and_a_disputed_count_is_settled_by_the_chair(run: Run) -> None:
    item, _ = open_item("hands", present=14)
    number = str(item.pk)
    count = ("hand-count", number, "--for", "7", "--against", "5", "--abstain", "2", "--as", "office")
    assert run("meeting", *count).status == 0
    assert run("meeting", "vote-close", number, "--as", "office").status == 0
    assert fresh(item).state == "counted"

    assert run("meeting", "settle", number, "votes-cast", "--why", "so", "--as", "office").status == 1
    assert run("meeting", "settle", number, "no-such", "--why", "so", "--as", "member-01").status == 2
    assert run("meeting", "settle", number, "votes-cast", "--why", "so", "--as", "member-01").status == 0

    assert (fresh(item).outcome, fresh(item).reading) == ("approved", "votes-cast")
    assert tally(item) == {"for": 7, "against": 5, "abstain": 2}


def test_a_vote_is_annulled_and_the_item_adopted_without_objection(run: Run, listed: Listed) -> None:
    item, _ = open_item("named", listed=listed)
    number = str(item.pk)

    assert run("meeting", "vote-annul", number, "--why", "wrong paper", "--as", "member-01").status == 0
    assert run("meeting", "adopt", number, "--as", "office").status == 2
    assert run("meeting", "adopt", number, "--nobody-objects", "--as", "office").status == 0

    assert (fresh(item).round, fresh(item).method) == (2, "consent")


def test_a_report_is_noted(run: Run, listed: Listed) -> None:
    item, _ = listed
    report = Item.objects.create(
        meeting=item.meeting, order=9, kind="report", title_zh="執行情形", title_en="Progress"
    )

    assert run("meeting", "note", str(report.pk), "--as", "office").status == 0
    assert fresh(report).outcome == "noted"
