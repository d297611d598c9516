"""A panel that met outside the system: its figures are held against its agency's own rules."""

import pytest

from coretech.apps.cases.models import PanelReview
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from tests import factories
from tests.apps.refusing import refused
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY


def test_the_review_keeps_all_its_figures_and_says_that_it_was_on_paper() -> None:
    panels.settle("half", "votes_cast")
    case = panels.ready_case()
    review = Review(DAY, 8, 4, " 同意提報。 ", against=2, abstain=1, recused=1, conditions="補充市場資料")

    act = review_by_panel(factories.acting(panels.OFFICER), case.reference, review)

    row = PanelReview.objects.get()
    assert (row.in_office, row.present, row.recused) == (9, 8, 1)
    assert (row.in_favour, row.against, row.abstain) == (4, 2, 1)
    assert (row.favourable, row.method) == (True, "paper")
    assert (row.opinion, row.conditions) == ("同意提報。", "補充市場資料")
    assert row.parts == dict.fromkeys(factories.PARTS, 1)
    asked = [ruling["question"] for ruling in act.public["rulings"]]
    assert asked == ["panel.composition", "panel.quorum", "panel.resolution"]
    assert "opinion" not in act.public


@pytest.mark.parametrize(
    ("quorum", "majority", "review", "field"),
    [
        ("two_thirds", "more_than_half", Review(DAY, 5, 5, "yes"), "present"),
        ("half", "two_thirds", Review(DAY, 9, 5, "yes"), "in_favour"),
        ("half", "votes_cast", Review(DAY, 9, 3, "yes", against=3), "in_favour"),
        ("half", "more_than_half", Review(DAY, 9, 4, "yes", recused=1), "in_favour"),
    ],
)
def test_figures_short_of_the_agencys_own_rules_send_nothing_on(
    quorum: str, majority: str, review: Review, field: str
) -> None:
    panels.settle(quorum, majority)
    case = panels.ready_case()

    refusal = refused(lambda: review_by_panel(factories.acting(panels.OFFICER), case.reference, review))

    assert (refusal.status, refusal.field) == (422, field)
    assert refusal.ruling is not None
    assert not PanelReview.objects.exists()


def test_the_recused_leave_the_base_so_that_five_of_eight_suffice() -> None:
    panels.settle("half", "more_than_half")
    case = panels.ready_case()

    review_by_panel(factories.acting(panels.OFFICER), case.reference, Review(DAY, 9, 5, "yes", recused=1))

    assert PanelReview.objects.get().against == 3


@pytest.mark.parametrize(
    ("review", "field"),
    [
        (Review(DAY, 0, 0, "x"), "present"),
        (Review(DAY, 10, 9, "x"), "present"),
        (Review(DAY, 5, 5, "x", recused=6), "recused"),
        (Review(DAY, 5, 5, "x", recused=-1), "recused"),
        (Review(DAY, 5, 5, "x", recused=1), "in_favour"),
        (Review(DAY, 5, -1, "x"), "in_favour"),
        (Review(DAY, 9, 5, "x", abstain=5), "abstain"),
        (Review(DAY, 9, 5, "x", abstain=-1), "abstain"),
        (Review(DAY, 9, 5, "x", against=-1), "against"),
        (Review(DAY, 9, 5, "x", against=3, abstain=2), "against"),
        (Review(DAY, 9, 9, "  "), "opinion"),
    ],
)
def test_figures_that_cannot_be_are_refused_at_their_field(review: Review, field: str) -> None:
    case = panels.ready_case()

    refusal = refused(lambda: review_by_panel(factories.acting(panels.OFFICER), case.reference, review))

    assert (refusal.status, refusal.field) == (422, field)
