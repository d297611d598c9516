"""Budgets of a plan: recorded with their document, restated, from files, and never counted twice along the tree."""

from decimal import Decimal

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.operations.import_budgets import foresee, import_budgets
from coretech.apps.reports.operations.record_budget import record_budget
from coretech.apps.reports.operations.restate_budget import restate_budget
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.spending.board import Board, board_of
from coretech.apps.reports.spending.budgets import Given, Stage, history_of, standing_figures
from coretech.apps.reports.spending.intake import Kind, rows_of
from coretech.kit.refusal import Refused
from coretech.readers.budgets.rows import read_budgets
from coretech.readers.budgets.write import write_budgets
from coretech.readers.seats.write import Format
from tests.factories import cycle_factories as cycle
from tests.factories.budgets_factories import DOCUMENT, INDUSTRY, MEASURE, file_of, given, recorded

pytestmark = pytest.mark.usefixtures("stage")


def board(plan: Plan) -> Board:
    by = cycle.acting("controller-1")
    return board_of(tree_of(version_of(plan.slug)), standing_figures(by, plan))


def amount(found: Board, key: str, stage: Stage = Stage.STATUTORY) -> Decimal | None:
    return found.line(key, 111).by_stage.get(stage)


def test_a_parent_without_an_amount_of_its_own_is_the_sum_of_what_is_below_it() -> None:
    plan = cycle.controlled()
    recorded(plan, given(300, agency="moea"), given(200, agency="motc"))

    found = board(plan)
    assert amount(found, MEASURE) == amount(found, INDUSTRY) == 500_000
    assert found.whole(111).by_stage == {Stage.STATUTORY: Decimal(500_000)}


def test_a_parent_s_own_amount_is_never_added_to_its_parts_and_the_difference_is_told() -> None:
    plan = cycle.controlled()
    recorded(plan, given(450, INDUSTRY), given(500))

    found = board(plan)
    assert amount(found, INDUSTRY) == 450_000
    assert found.whole(111).by_stage[Stage.STATUTORY] == 450_000
    (differing,) = found.differing
    assert (differing.told.key, int(differing.told.difference)) == (INDUSTRY, -50_000)


def test_an_amount_of_no_one_agency_is_never_added_to_those_of_agencies() -> None:
    plan = cycle.controlled()
    recorded(plan, given(400), given(300, agency="moea"), given(200, agency="motc"))

    found = board(plan)
    assert amount(found, MEASURE) == 400_000
    assert [each.told.children for each in found.differing] == [500_000]


def test_sources_are_pots_of_their_own() -> None:
    plan = cycle.controlled()
    recorded(plan, given(100, INDUSTRY), given(20, source="private"))

    found = board(plan)
    assert amount(found, INDUSTRY) == 120_000
    assert found.whole(111, "private").by_stage == {Stage.STATUTORY: Decimal(20_000)}
    assert not found.differing


def test_the_rate_of_execution_is_of_what_may_be_spent_and_more_than_that_is_told() -> None:
    plan = cycle.controlled()
    recorded(plan, given(200), given(160, stage="revised"), given(176, stage="spent"))

    found = board(plan)
    line = found.line(MEASURE, 111)
    excess = Decimal(16_000)
    assert (line.rate, line.overspent) == (Decimal("1.1"), excess)
    assert sorted(found.overspent(111)) == [(INDUSTRY, excess), (MEASURE, excess)]
    assert board_of(tree_of(version_of(plan.slug)), []).whole(111).rate is None


def test_a_restated_figure_counts_instead_of_the_old_one_which_stays() -> None:
    plan = cycle.controlled()
    recorded(plan, given(200))
    by, old = cycle.acting("controller-1"), BudgetFigure.objects.get()
    restate_budget(by, plan.slug, old.pk, Decimal(180), "111年度追減預算", "立法院刪減")

    assert amount(board(plan), MEASURE) == 180_000
    assert [each.amount for each in history_of(by, plan, MEASURE, 111)] == [200, 180]
    with pytest.raises(Refused, match="has been restated"):
        restate_budget(by, plan.slug, old.pk, Decimal(1), DOCUMENT, "x")
    with pytest.raises(Refused, match="restate it"):
        record_budget(by, plan.slug, given(1))


def test_officers_record_for_their_own_agency_alone() -> None:
    plan = cycle.controlled()
    recorded(plan, given(300, agency="moea"), user="officer-moea")

    for user, wanted in (
        ("officer-moea", given(1, agency="motc")),
        ("officer-moea", given(1)),
        ("public", given(1)),
    ):
        with pytest.raises(Refused) as refused:
            record_budget(cycle.acting(user), plan.slug, wanted)
        assert refused.value.status == 403
    assert Act.objects.get(kind="budget.recorded").public["element"] == MEASURE


def test_what_was_asked_for_is_for_those_inside() -> None:
    plan = cycle.controlled()
    recorded(plan, given(900, stage="requested"), given(500))

    assert standing_figures(cycle.acting("officer-motc"), plan).count() == 2
    assert [each.stage for each in standing_figures(cycle.acting("public"), plan)] == ["statutory"]
    assert [each.stage for each in history_of(cycle.acting("public"), plan, MEASURE, 111)] == ["statutory"]


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        ("element", given(1, "measure-9-9")),
        ("agency", given(1, agency="none")),
        ("year", given(1, year="110")),
        ("year", given(1, year="112", stage="spent")),
        ("stage", given(1, stage="none")),
        ("source", given(1, source="none")),
        ("document", given(1, document=" ")),
    ],
)
def test_bad_input_is_refused_by_field(field: str, wanted: Given) -> None:
    plan = cycle.controlled()

    with pytest.raises(Refused) as refused:
        record_budget(cycle.acting("controller-1"), plan.slug, wanted)

    assert (refused.value.status, refused.value.field) == (422, field)
    assert not BudgetFigure.objects.exists()


def test_a_file_writes_what_is_new_restates_what_differs_and_leaves_the_rest() -> None:
    plan = cycle.controlled()
    recorded(plan, given(200, agency="moea"), given(300, agency="motc"))
    raw = file_of(
        f"{MEASURE},moea,111,法定,200,{DOCUMENT},",
        f'{MEASURE},motc,111,statutory,"1,250.5",{DOCUMENT},追加預算',
        f"{INDUSTRY},,112,需求,２０００,112年度概算,",
    )
    by = cycle.acting("controller-1")
    seen = foresee(by, plan.slug, raw)

    assert seen.counts == {Kind.NEW: 1, Kind.RESTATED: 1, Kind.SAME: 1}
    import_budgets(by, plan.slug, raw, seen.digest)
    assert amount(board(plan), MEASURE) == Decimal(1450500)
    assert BudgetFigure.objects.count() == 4
    with pytest.raises(Refused, match="what the record says"):
        import_budgets(by, plan.slug, raw, seen.digest)


def test_a_file_with_anything_to_correct_writes_nothing_and_names_each_cell() -> None:
    plan = cycle.controlled()
    recorded(plan, given(200, agency="moea"))
    raw = file_of(
        f"{MEASURE},moea,111,法定,210,{DOCUMENT},",
        f"{MEASURE},,111,法定,-5,{DOCUMENT},",
        f"{MEASURE},,111,法定,-,{DOCUMENT},",
        f"measure-9-9,,111,法定,5,{DOCUMENT},",
        f"{MEASURE},motc,99,法定,5,{DOCUMENT},",
        f"{MEASURE},motc,111,決算,5,,",
        f"{MEASURE},motc,111,法定,5,{DOCUMENT},",
        f"{MEASURE},motc,111,法定,6,{DOCUMENT},",
    )
    seen = foresee(cycle.acting("controller-1"), plan.slug, raw)

    places = [(each.line, each.column.split(" ")[0]) for each in seen.findings]
    assert places == [(2, "G2"), (3, "E3"), (4, "E4"), (5, "A5"), (6, "C6"), (7, "D7"), (7, "F7"), (9, "")]
    with pytest.raises(Refused) as refused:
        import_budgets(cycle.acting("controller-1"), plan.slug, raw, seen.digest)
    assert refused.value.field == "file"
    assert BudgetFigure.objects.count() == 1


def test_an_officer_s_file_cannot_hold_another_agency_s_rows() -> None:
    plan = cycle.controlled()
    raw = file_of(f"{MEASURE},motc,111,法定,5,{DOCUMENT},")

    (finding,) = foresee(cycle.acting("officer-moea"), plan.slug, raw).findings
    assert finding.line == 2
    assert "agency" in finding.column


@pytest.mark.parametrize("form", list(Format))
def test_what_is_given_out_as_a_file_comes_back_unchanged(form: Format) -> None:
    plan = cycle.controlled()
    recorded(plan, given(200, agency="moea"), given(300, INDUSTRY, stage="requested"))
    by = cycle.acting("controller-1")
    titles = {key: each.title for key, each in tree_of(version_of(plan.slug)).by_key.items()}
    raw = write_budgets(rows_of(standing_figures(by, plan), titles), form)

    assert [each.title for each in read_budgets(raw).rows] == ["示範產業", "示範平台"]
    assert foresee(by, plan.slug, raw).counts == {Kind.NEW: 0, Kind.RESTATED: 0, Kind.SAME: 2}


def test_an_intake_that_was_seen_before_another_s_figures_is_looked_at_again() -> None:
    plan = cycle.controlled()
    raw = file_of(f"{MEASURE},moea,111,法定,5,{DOCUMENT},", f"{MEASURE},motc,111,法定,5,{DOCUMENT},")
    by = cycle.acting("controller-1")
    seen = foresee(by, plan.slug, raw)
    recorded(plan, given(5, agency="moea"))

    with pytest.raises(Refused, match="look at the file again"):
        import_budgets(by, plan.slug, raw, seen.digest)
