"""Whatever an agency settles and however its panel votes: no case goes on against the panel's own rules."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import PanelReview
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.meetings.deciding import decide
from coretech.apps.meetings.models import Item
from tests import factories
from tests.apps.refusing import refused
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")

CHOICES = st.sampled_from(["for", "against", "abstain"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    quorum=st.sampled_from(["half", "more_than_half", "two_thirds"]),
    majority=st.sampled_from(["more_than_half", "votes_cast", "two_thirds"]),
    present=st.integers(1, 9),
    data=st.data(),
)
def test_no_case_is_reviewed_without_the_panels_own_quorum_and_majority(
    quorum: str, majority: str, present: int, data: st.DataObject
) -> None:
    recused = data.draw(st.integers(0, present - 1))
    choices = data.draw(st.lists(CHOICES, min_size=1, max_size=present - recused))
    panels.settle(quorum, majority)
    item = panels.in_session(present, recused)

    refusal = refusal_of(panels.voted, item, choices)
    item.refresh_from_db()

    assert (refusal is None) is _enough(quorum, present)
    reviewed = panels.state_of(item) == "reviewed"
    entitled, counts = present - recused, {name: choices.count(name) for name in ("for", "against")}
    if reviewed:
        assert refusal is None
        assert _carried(majority, entitled, counts)
    elif item.state == Item.State.DECIDED:
        assert not _carried(majority, entitled, counts)


def _enough(quorum: str, present: int) -> bool:
    """The plain arithmetic of nine members, beside the law's own."""
    return present >= {"half": 4.5, "more_than_half": 4.6, "two_thirds": 6}[quorum]


def _carried(majority: str, entitled: int, counts: dict[str, int]) -> bool:
    if majority == "votes_cast":
        return counts["for"] > counts["against"]
    return 2 * counts["for"] > entitled if majority == "more_than_half" else 3 * counts["for"] >= 2 * entitled


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    quorum=st.sampled_from(["half", "more_than_half", "two_thirds"]),
    majority=st.sampled_from(["more_than_half", "votes_cast", "two_thirds"]),
    present=st.integers(1, 9),
    data=st.data(),
)
def test_nor_is_one_that_was_reviewed_on_paper(
    quorum: str, majority: str, present: int, data: st.DataObject
) -> None:
    recused = data.draw(st.integers(0, present))
    entitled = present - recused
    in_favour = data.draw(st.integers(0, entitled))
    against = data.draw(st.integers(0, entitled - in_favour))
    panels.settle(quorum, majority)
    case = panels.ready_case()
    review = Review(panels.DAY, present, in_favour, "x", against=against, recused=recused)

    refusal = refusal_of(review_by_panel, factories.acting(panels.OFFICER), case.reference, review)

    counts = {"for": in_favour, "against": against}
    lawful = _enough(quorum, present) and _carried(majority, entitled, counts) and in_favour > 0
    assert (refusal is None) is lawful
    case.refresh_from_db()
    assert (case.state == "reviewed") is lawful


@pytest.mark.parametrize(
    ("votes", "outcome"),
    [((2, 3, 0), Item.Outcome.APPROVED), ((3, 2, 0), Item.Outcome.REJECTED)],
)
def test_an_outcome_that_is_not_what_the_rules_make_of_the_votes_is_never_written(
    votes: tuple[int, int, int], outcome: Item.Outcome
) -> None:
    panels.settle("half", "more_than_half")
    item = panels.in_session(present=5)
    item.tally = dict(zip(("for", "against", "abstain"), votes, strict=True))

    refused(lambda: decide(item, outcome))

    assert panels.state_of(item) == "draft"
    assert not PanelReview.objects.exists()
