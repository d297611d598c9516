"""``coretech case``: naming technologies, amending, going back, proposing again, and the report."""

from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.states import State
from coretech.apps.register.models import LegislatureReport
from tests import factories
from tests.cli.conftest import Run
from tests.factories import kinds_factories

OFFICER, OFFICE, ANNOUNCER = ("--as", "agency-nstc"), ("--as", "office"), ("--as", "announcer")


def renaming() -> Case:
    return kinds_factories.drafted(kinds_factories.change_of(12, "name", name_zh=factories.NEW_NAME))


def test_a_merger_is_named_by_item_numbers(run: Run) -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "merge", name_zh="合一"))

    done = run("case", "technologies", case.reference, "--result", "合一|One|範疇", "--with", "13", *OFFICER)

    assert done.status == 0
    assert [row.technology_id for row in sources_of(case)] == [
        kinds_factories.technology(12),
        kinds_factories.technology(13),
    ]
    assert [(row.name_zh, row.scope_zh) for row in results_of(case)] == [("合一", "範疇")]


def test_a_result_without_its_english_name_is_told(run: Run) -> None:
    case = renaming()

    assert run("case", "technologies", case.reference, "--result", "合一", *OFFICER).status == 2


def test_a_proposal_is_amended_in_its_authority_alone(run: Run) -> None:
    case = kinds_factories.checked(renaming())
    kinds_factories.before_the_council(case)

    done = run("case", "amend", case.reference, "--authority", "moea", "--why", "Theirs.", *OFFICE)

    assert done.status == 0
    assert [(row.name_zh, row.authority.code) for row in results_of(case)] == [(factories.NEW_NAME, "moea")]


def test_an_approved_case_goes_back_and_a_withdrawn_one_is_proposed_again(run: Run) -> None:
    approved, other = kinds_factories.approved(renaming()), renaming()
    assert run("case", "withdraw", other.reference, "--why", "Not yet.", *OFFICER).status == 0

    assert run("case", "council-again", approved.reference, "--why", "The list moved.", *OFFICE).status == 0
    assert run("case", "reopen", other.reference, "--why", "Now.", *OFFICER).status == 0

    approved.refresh_from_db()
    assert approved.stands_at is State.DEFERRED
    assert Case.objects.get(follows=other).stands_at is State.DRAFT


def test_the_report_to_the_legislative_yuan_is_recorded(run: Run) -> None:
    letter = ("--number", "院臺科字第1號", "--sent-on", "2025-06-02")

    assert run("case", "legislature", "1", *letter, *ANNOUNCER).status == 0
    assert LegislatureReport.objects.get().document_number == "院臺科字第1號"
