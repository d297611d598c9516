"""Links between plans and what they serve: proposed, judged, and shown to whom."""

from collections.abc import Callable

import pytest

from coretech.apps.links.models import LinkJudgement
from coretech.apps.links.operations.judge_link import judge_link
from coretech.apps.links.operations.propose_link import Served, propose_link
from coretech.apps.links.queries import find_link, links_of, visible_links
from coretech.apps.links.suggesting import alike, runs
from coretech.apps.plans.models import Plan
from coretech.apps.register.queries import in_force
from coretech.apps.register.related import related_to
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import plans_factories
from tests.factories.motion_factories import MEASURE, SLUG, linked

pytestmark = pytest.mark.usefixtures("plan")
WHY = "名稱相近。"


@pytest.fixture
def plan(stage: None) -> Plan:  # noqa: ARG001 - asked for, not read
    return plans_factories.taken_over(plans_factories.programme())


def refused(run: Callable[..., object], *given: object) -> Refused:
    with pytest.raises(Refused) as found:
        run(*given)
    return found.value


def test_a_link_is_public_once_it_is_accepted() -> None:
    link = linked()
    public, office = factories.acting("public"), factories.acting("office")

    assert not visible_links(public).exists()
    assert refused(find_link, public, link.pk).status == 404
    assert find_link(office, link.pk).judgement == ""

    judge_link(office, link.pk, "accepted", "")

    assert find_link(public, link.pk).holds


def test_the_newest_judgement_holds_and_the_older_ones_stay(plan: Plan) -> None:
    link = linked("accepted")
    judge_link(factories.acting("office"), link.pk, "rejected", "另一項技術。")

    assert links_of(factories.acting("public"), plan, MEASURE) == []
    assert LinkJudgement.objects.filter(link=link).count() == 2
    assert list(related_to(12)) == []


def test_an_item_of_the_list_names_the_measures_that_serve_it() -> None:
    linked("accepted")
    ((_, found),) = related_to(12)

    assert [each.words.zh for each in found] == ["1-1 示範平台（建立）"]
    assert found[0].href.endswith(f"/plans/{SLUG}/entries/{MEASURE}/")


def test_who_may_propose_and_who_may_judge() -> None:
    link = linked()
    served = Served("builds", WHY, 13)

    assert refused(propose_link, factories.acting("member-05"), SLUG, MEASURE, served).status == 403
    assert refused(judge_link, factories.acting("agency-nstc"), link.pk, "accepted", "").status == 403


@pytest.mark.parametrize(
    ("served", "status"),
    [
        (Served("builds", WHY), 422),
        (Served("builds", WHY, 12, "petroleum"), 422),
        (Served("builds", "", 12), 422),
        (Served("likes", WHY, 12), 422),
        (Served("builds", WHY, None, "no-such"), 422),
        (Served("builds", WHY, 999), 404),
    ],
)
def test_a_link_serves_one_thing_that_is_there_and_says_why(served: Served, status: int) -> None:
    assert refused(propose_link, factories.acting("office"), SLUG, MEASURE, served).status == status


def test_the_same_link_is_proposed_once() -> None:
    linked()

    assert refused(linked).status == 409


def test_a_judgement_that_does_not_accept_says_why_and_has_seen_the_last() -> None:
    link, office = linked("accepted"), factories.acting("office")

    assert refused(judge_link, office, link.pk, "unsure", "").field == "why"
    assert refused(judge_link, office, link.pk, "maybe", WHY).field == "judgement"
    assert refused(judge_link, office, link.pk, "unsure", WHY, 0).status == 409


def test_names_that_share_words_are_suggested_the_nearest_first() -> None:
    found = alike("衛星雷達影像處理產業", in_force(factories.DAY))

    assert found[0].item.item.number == 14
    assert "雷達影" in found[0].shared
    assert [len(each.shared) for each in found] == sorted((len(each.shared) for each in found), reverse=True)


def test_words_that_every_name_has_suggest_nothing() -> None:
    assert alike("關鍵技術", in_force(factories.DAY)) == []
    assert runs("臺灣ＡＩ") == runs("台灣AI")
