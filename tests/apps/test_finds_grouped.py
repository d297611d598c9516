"""One candidate of several accepted projects: its grounds, its refusals, and what its dossier may cite."""

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.cases.grounded import from_finds
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.inventory.finds.catalogue import read
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.finds.proposing import Proposal, found_by, proposal_of
from coretech.apps.inventory.finds.screened import screened_for
from coretech.apps.inventory.models import Candidate, Find, Portfolio, Round
from coretech.apps.inventory.operations.propose_find import propose_find
from coretech.apps.register.offers import offers_for
from coretech.kit.refusal import Refused
from tests import factories
from tests.apps.refusing import refused
from tests.factories import finds_factories as finds

pytestmark = pytest.mark.usefixtures("stage")

OFFICER = finds.OFFICER


def test_several_accepted_finds_become_one_candidate() -> None:
    portfolio, by = finds.screened(), factories.acting(OFFICER)
    several = finds.accepted_alike(portfolio, 3)
    keys = [find.pk for find in several]
    filled = proposal_of(several)

    before = Act.objects.filter(kind="inventory.find_proposed").count()
    propose_find(by, [*keys, keys[0]], found_by(several, *_named(filled)))

    candidate = Candidate.objects.get()
    assert [row.find_id for row in candidate.finds.all()] == keys
    assert (candidate.kind, "3件" in candidate.why) == ("change", True)
    assert Act.objects.filter(kind="inventory.find_proposed").count() == before + 1
    assert audit().faults == 0
    found = screened_for(Round.objects.get())
    assert found is not None
    assert (found.accepted, found.grounding, found.candidates) == (3, 3, 1)


def test_a_candidate_of_several_is_refused_with_which_are_in_the_way() -> None:
    portfolio, by = finds.screened(), factories.acting(OFFICER)
    first, second = finds.accepted_alike(portfolio)
    third, strange = portfolio.finds.exclude(pk__in=[first.pk, second.pk])[0], finds.best_of(finds.screened())
    propose_find(by, [first.pk], factories.addition())

    def told(*several: Find) -> Refused:
        return refused(lambda: propose_find(by, [find.pk for find in several], factories.addition()))

    assert (told().status, told().field) == (422, "finds")
    for found, which in (
        (told(second, first), first),
        (told(second, third), third),
        (told(second, strange), strange),
    ):
        assert str(which.pk) in found.sentence.zh
        assert str(which.pk) in found.sentence.en
        assert f"{second.pk}、" not in found.sentence.zh
    assert Candidate.objects.count() == 1


def test_finds_of_several_items_propose_something_new() -> None:
    portfolio = finds.screened()
    several = list(portfolio.finds.order_by("-score", "pk")[:2])
    items = [entry.key for entry in read(Portfolio.objects.get(pk=portfolio.pk).catalogue)][:2]
    for find, item in zip(several, items, strict=True):
        finds.accept(find, item=item)

    found = found_by(several, *_named(proposal_of(several)))

    assert (found.kind, found.technology, found.name_zh) == ("identify", None, "")


@pytest.mark.parametrize("confidential", [False, True])
def test_a_dossier_is_offered_every_project_of_its_candidate(*, confidential: bool) -> None:
    portfolio, by = finds.screened(confidential=confidential), factories.acting(OFFICER)
    several = finds.accepted_alike(portfolio, 3)
    propose_find(by, [find.pk for find in several], found_by(several, *_named(proposal_of(several))))
    open_case(factories.acting("office"), Candidate.objects.get().pk)
    case = Case.objects.get()

    offers = list(from_finds(by, case))

    titles = [project_of(find).title for find in several]
    assert [title in offer.what for title, offer in zip(titles, offers, strict=True)] == [
        not confidential
    ] * 3
    assert all(("2024年" in offer.source or "2025年" in offer.source) != confidential for offer in offers)
    assert any("共同詞彙" in offer.source for offer in offers) != confidential
    assert not any(title in Candidate.objects.get().why for title in titles) or not confidential
    assert [offer for offer in offers_for(by, case) if offer.kind == "programme"] == offers
    assert list(from_finds(factories.acting("member-02"), case)) == []


def _named(filled: Proposal) -> tuple[str, str, str, str]:
    return filled.name_zh, filled.name_en, filled.sector, filled.why.zh
