"""What may happen to a proposal on its way: amended, brought back, overtaken by the list, proposed again, reported."""

import datetime as dt
from functools import partial

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.models import Amendment, Case
from coretech.apps.cases.naming import Named
from coretech.apps.cases.operations.amend_case import amend_case
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.reopen_case import reopen_case
from coretech.apps.cases.operations.return_to_council import return_to_council
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.panel_again import panel_again
from coretech.apps.cases.states import State
from coretech.apps.register.operations.report_to_legislature import Report, report_to_legislature
from coretech.apps.register.queries import in_force
from tests import factories
from tests.apps.refusing import refused
from tests.factories import kinds_factories
from tests.factories.kinds_factories import DAY, LATER

pytestmark = pytest.mark.usefixtures("stage")

NAME = "高解析度合成孔徑雷達系統技術"


def renaming() -> Case:
    return kinds_factories.drafted(kinds_factories.change_of(12, "name", name_zh=factories.NEW_NAME))


def moving() -> Case:
    return kinds_factories.drafted(kinds_factories.change_of(12, "authority", authority="moea"))


def amended(name_zh: str = NAME, scope_zh: str = "") -> list[Named]:
    return [kinds_factories.named(name_zh, scope_zh)]


def test_the_council_amends_a_name_and_what_was_proposed_stays_readable() -> None:
    item = kinds_factories.before_the_council(kinds_factories.checked(renaming()))
    case = factories.case_of(f"case/{item.case.reference}") if item.case else None
    assert case is not None

    amend_case(factories.acting("office"), case.reference, amended(), "Shorter, as the members asked.")

    kept = Amendment.objects.get(case=case)
    case.refresh_from_db()
    assert (case.name_zh, results_of(case)[0].name_zh) == (NAME, NAME)
    assert (kept.before["results"][0]["name_zh"], kept.after["results"][0]["name_zh"]) == (
        factories.NEW_NAME,
        NAME,
    )
    act = Act.objects.get(kind="case.amended")
    assert act.confidential["before"] == kept.before
    assert NAME not in str(act.public)


def test_what_was_amended_is_what_reaches_the_list() -> None:
    item = kinds_factories.before_the_council(kinds_factories.checked(renaming()))
    assert item.case is not None
    amend_case(
        factories.acting("office"), item.case.reference, amended(scope_zh="限系統級產品。"), "Narrower."
    )

    kinds_factories.announced(kinds_factories.pre_announced(kinds_factories.decide(item)))

    assert (kinds_factories.newest(12).name_zh, kinds_factories.newest(12).scope_zh) == (
        NAME,
        "限系統級產品。",
    )


def test_an_amendment_that_changes_nothing_is_none() -> None:
    item = kinds_factories.before_the_council(kinds_factories.checked(renaming()))
    assert item.case is not None
    row = results_of(item.case)[0]
    same = [Named(row.name_zh, row.name_en, row.sector.code, row.authority.code, row.scope_zh, row.scope_en)]

    amend = partial(amend_case, factories.acting("office"), item.case.reference, same, "Nothing.")

    assert refused(amend).field == "results"


def test_nothing_is_amended_once_the_vote_is_over() -> None:
    case = kinds_factories.approved(renaming())

    amend = partial(amend_case, factories.acting("office"), case.reference, amended(), "Too late.")

    assert refused(amend).status == 409


def test_a_case_the_list_has_overtaken_is_not_announced() -> None:
    first, second = kinds_factories.approved(renaming()), kinds_factories.approved(moving())
    for case in (first, second):
        kinds_factories.pre_announced(case)
    kinds_factories.announced(first)

    refusal = refused(partial(kinds_factories.announced, second, day=dt.date(2025, 9, 2)))

    assert (refusal.status, "送回審議會" in refusal.sentence.zh) == (409, True)


def test_two_changes_of_one_item_are_not_announced_together() -> None:
    both = [kinds_factories.pre_announced(kinds_factories.approved(case)) for case in (renaming(), moving())]

    refused(partial(kinds_factories.announced, *both))

    assert {version.version for version in in_force(LATER) if version.item.number == 12} == {1}


def test_an_overtaken_case_goes_back_to_the_council_and_is_decided_on_the_list_as_it_is() -> None:
    first, second = kinds_factories.approved(renaming()), kinds_factories.approved(moving())
    kinds_factories.announced(kinds_factories.pre_announced(first))
    office = factories.acting("office", LATER)
    return_to_council(office, second.reference, "Item 12 has a new name.")
    item = kinds_factories.before_the_council(second, LATER)
    row = results_of(second)[0]
    onto = [Named(factories.NEW_NAME, row.name_en, "space", "moea")]
    amend_case(office, second.reference, onto, "The list has moved on.")

    again = kinds_factories.pre_announced(kinds_factories.decide(item), LATER)
    kinds_factories.announced(again, day=dt.date(2025, 12, 1))

    newest = kinds_factories.newest(12)
    assert (newest.change, newest.name_zh, newest.authority.code) == ("moved", factories.NEW_NAME, "moea")
    assert [source.name_zh for source in sources_of(second)] == [factories.NEW_NAME]


def test_nothing_takes_effect_before_the_items_last_change_does() -> None:
    removal = kinds_factories.drafted(kinds_factories.change_of(12, "name", name_zh=factories.NEW_NAME))
    ready = kinds_factories.pre_announced(kinds_factories.approved(removal))
    kinds_factories.announced(ready, effective=dt.date(2026, 1, 1))
    later = kinds_factories.drafted(kinds_factories.change_of(12, "removal"), LATER)
    ready = kinds_factories.pre_announced(kinds_factories.approved(later, LATER), LATER, days=7)

    refusal = refused(partial(kinds_factories.announced, ready, day=dt.date(2025, 10, 1)))

    assert refusal.field == "effective_on"


def test_a_rejected_case_is_proposed_again_in_a_case_that_follows_it() -> None:
    item = kinds_factories.before_the_council(kinds_factories.checked(renaming()))
    old = kinds_factories.decide(item, "against")

    act = reopen_case(factories.acting("agency-nstc"), old.reference, "New evidence.")

    new = factories.case_of(act.subject)
    old.refresh_from_db()
    assert (old.stands_at, new.stands_at, new.follows) == (State.REJECTED, State.DRAFT, old)
    assert {name: (part.version, part.text) for name, part in newest_parts(new).items()} == {
        name: (1, part.text) for name, part in newest_parts(old).items()
    }
    assert act.public["parts"]["description"] == f"{old.reference}/description/1"


def test_a_case_is_followed_by_one_case_only() -> None:
    case = renaming()
    officer = factories.acting("agency-nstc")
    withdraw(officer, case.reference, "Not yet.")
    reopen_case(officer, case.reference, "Now.")

    assert refused(partial(reopen_case, officer, case.reference, "Once more.")).status == 409


def test_a_withdrawn_split_comes_back_with_its_results() -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "split"))
    kinds_factories.name(case, kinds_factories.split_results())
    officer = factories.acting("agency-nstc")
    withdraw(officer, case.reference, "Not yet.")

    new = factories.case_of(reopen_case(officer, case.reference, "Now.").subject)

    assert tuple(row.name_zh for row in results_of(new)) == kinds_factories.SPLIT_NAMES
    assert [row.name_zh for row in sources_of(new)] == [kinds_factories.newest(12).name_zh]


def test_a_running_case_is_not_reopened() -> None:
    case = renaming()

    reopen = partial(reopen_case, factories.acting("agency-nstc"), case.reference, "Again.")

    assert refused(reopen).status == 409


def returned(conditions: str = "") -> Case:
    case = renaming()
    officer = factories.acting("agency-nstc")
    factories.write_dossier(case)
    review = Review(DAY, 9, 8, "In favour.", conditions=conditions)
    review_by_panel(officer, case.reference, review)
    submit(officer, case.reference)
    check_submission(factories.acting("office"), case.reference, passed=False, note="Say more.")
    return case


def test_a_compulsory_part_rewritten_after_the_review_sends_the_case_back_to_the_panel() -> None:
    case, officer = returned(), factories.acting("agency-nstc")
    write_part(officer, case.reference, "functions", "Rewritten.")

    refusal = refused(partial(submit, officer, case.reference))
    review_by_panel(officer, case.reference, Review(DAY, 9, 8, "Still in favour."))
    submit(officer, case.reference)

    case.refresh_from_db()
    assert "審查一次即足" in refusal.sentence.zh
    assert case.stands_at is State.SUBMITTED


def test_what_the_panels_conditions_asked_for_needs_no_second_review() -> None:
    case, officer = returned("Give the frequency band."), factories.acting("agency-nstc")
    write_part(officer, case.reference, "functions", "With the frequency band.")

    submit(officer, case.reference)

    case.refresh_from_db()
    assert case.stands_at is State.SUBMITTED


def test_other_references_may_be_completed_without_the_panel() -> None:
    case, officer = returned(), factories.acting("agency-nstc")
    write_part(officer, case.reference, "other_references", "One more.")

    assert not panel_again(case).required


def test_another_proposal_after_the_review_is_one_the_panel_has_not_seen() -> None:
    case = returned()
    kinds_factories.name(case, amended())

    again = panel_again(case)

    assert again.required
    assert "涉及項目" in again.sentence.zh


def test_a_report_to_the_legislative_yuan_ends_the_way_and_leaves_the_list_alone() -> None:
    case = renaming()
    edition = kinds_factories.brought_to_the_list(case)
    before = [version.pk for version in in_force(LATER)]
    report = Report("院臺科字第1號", LATER)

    report_to_legislature(factories.acting("announcer", LATER), edition, report)

    case.refresh_from_db()
    assert case.stands_at is State.REPORTED
    assert [version.pk for version in in_force(LATER)] == before


def test_nothing_is_reported_before_it_takes_effect() -> None:
    ready = kinds_factories.pre_announced(kinds_factories.approved(renaming()))
    edition = kinds_factories.announced(ready, effective=dt.date(2026, 1, 1))
    office = factories.acting("office", LATER)

    assert refused(partial(report_to_legislature, office, edition, Report("1", LATER))).status == 409


def test_an_announcement_is_reported_once_and_not_by_an_agency() -> None:
    report = Report("院臺科字第1號", DAY)
    report_to_legislature(factories.acting("office"), 1, report)

    assert refused(partial(report_to_legislature, factories.acting("office"), 1, report)).status == 409
    assert refused(partial(report_to_legislature, factories.acting("agency-nstc"), 1, report)).status == 403
