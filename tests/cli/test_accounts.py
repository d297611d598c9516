"""``coretech account`` and ``coretech agency``."""

from pathlib import Path

from coretech.apps.accounts.models import Account
from coretech.apps.people.finding import agency_coded
from coretech.readers.seats.ods import read_ods
from tests import factories
from tests.cli.conftest import Run
from tests.factories import accounts_factories as made

AS = ("--as", made.ADMIN)
OPEN = ("account", "open", made.NAME, "--email", made.EMAIL, "--name", made.NAME_ZH, *AS)
WHY = ("--why", "調職", *AS)


def test_an_account_is_opened_posted_and_shown(run: Run) -> None:
    assert run(*OPEN).status == 0
    posted = run("account", "post", made.NAME, "moea", "--from", "2025-06-02", *AS, "--json")
    assert posted.status == 0

    shown = run("account", "show", made.NAME, *AS)
    assert "officer of Ministry of Economic Affairs, from 2 June 2025" in shown.out
    assert made.EMAIL in shown.out
    data = run("account", "show", made.NAME, *AS, "--json").data
    assert [each["role"] for each in data["roles"]] == ["agency_officer"]
    assert run("account", "end-post", posted.number, "--last", "2025-06-30", *AS).status == 0
    assert "until 30 June 2025" in run("account", "show", made.NAME, *AS).out


def test_accounts_are_listed_by_words_and_by_what_they_lack(run: Run) -> None:
    run(*OPEN)

    assert made.NAME in run("account", "list", "陳承辦", *AS).out
    assert [
        each["username"] for each in run("account", "list", "chen", "--only", "never", *AS, "--json").data
    ] == [made.NAME]
    assert "No account fits" in run("account", "list", "chen", "--only", "closed", *AS).err
    assert run("account", "list").status == 1
    assert run("account", "show", "nobody", *AS).status == 2


def test_an_account_is_changed_closed_and_opened_again(run: Run) -> None:
    run(*OPEN)

    assert run("account", "change", made.NAME, "--email", "new@moea.example", *AS).status == 0
    assert Account.objects.get(username=made.NAME).email == "new@moea.example"
    assert run("account", "link", made.NAME, *AS).status == 0
    assert run("account", "close", made.NAME, *WHY).status == 0
    assert run("account", "link", made.NAME, *AS).status == 1
    assert "closed" in run("account", "list", made.NAME, *AS).out
    assert run("account", "reopen", made.NAME, *WHY).status == 0
    assert run("account", "administrator", made.NAME, *WHY).status == 0
    assert run("account", "administrator", made.NAME, "--end", *WHY).status == 0
    assert run("account", "close", made.ADMIN, *WHY).status == 1
    assert run("account", "post", made.ADMIN, "moea", *AS).status == 1


def test_a_file_is_shown_first_and_then_taken_over(run: Run, tmp_path: Path) -> None:
    ods, csv = tmp_path / "accounts.ods", tmp_path / "accounts.csv"
    assert run("account", "sample", str(ods)).status == 0
    assert run("account", "sample", str(tmp_path / "accounts.pdf")).status == 2
    assert len(read_ods(ods.read_bytes()).lines) == 3

    first = run("account", "import", str(ods), *AS)
    assert "Nothing is written" in first.err
    assert not Account.objects.filter(username="chen.officer").exists()
    assert run("account", "import", str(ods), "--yes", *AS, "--json").data["counts"]["account"] == 2

    csv.write_text("username,email,name_zh\nx,nowhere,某\n", encoding="utf-8")
    wrong = run("account", "import", str(csv), "--yes", *AS)
    assert wrong.status == 1
    assert "B2" in wrong.out
    assert run("account", "import", str(tmp_path / "none.csv"), *AS).status == 2


def test_agencies_are_entered_renamed_and_listed(run: Run) -> None:
    name = ("--name-zh", "示範署", "--name-en", "Sample Agency", "--source", "組織法", "--as", "office")
    kind = ("--kind", "other", "--kind-source", "組織法")

    assert run("agency", "found", "sample", *name, *kind, "--from", "2025-01-01").status == 0
    assert run("agency", "rename", "sample", *name, "--from", "2025-06-02").status == 0
    assert (
        run(
            "agency", "kind", "sample", "--kind", "funding_agency", "--source", "預算", "--as", "office"
        ).status
        == 0
    )

    assert agency_coded("sample").name_on(factories.DAY).en == "Sample Agency"
    assert "sample" in run("agency", "list").out
    assert "officer of National Science" in run("agency", "people", "nstc", "--as", "agency-nstc").out
    assert run("agency", "people", "moea", "--as", "agency-nstc").status == 1
    assert {each["kind"] for each in run("agency", "people", "moea", *AS, "--json").data} == {
        "head",
        "officer",
    }
