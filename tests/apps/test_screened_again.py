"""A portfolio screened again: the new screening stands beside the old one, and what was judged stays judged."""

import datetime as dt
import json

import pytest

from coretech.apps.audit.queries import audit
from coretech.apps.inventory.finds.catalogue import read
from coretech.apps.inventory.finds.comparing import project_of, repeated
from coretech.apps.inventory.finds.judgements import word_of, words_of
from coretech.apps.inventory.finds.learning import judged_by
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.finds.queue import Queue, queue_of
from coretech.apps.inventory.finds.renewing import renewal_of
from coretech.apps.inventory.finds.screened import screened_for
from coretech.apps.inventory.finds.standing import standing_of
from coretech.apps.inventory.finds.using import candidate_of, readiness_of
from coretech.apps.inventory.models import Find, Portfolio, Round, TermModel
from coretech.apps.inventory.operations.assess_readiness import assess_readiness
from coretech.apps.inventory.operations.judge_find import Judged, judge_find
from coretech.apps.inventory.operations.learn_terms import learn_terms
from coretech.apps.inventory.operations.name_portfolio_reader import name_portfolio_reader
from coretech.apps.inventory.operations.propose_find import propose_find
from coretech.apps.inventory.operations.screen_again import screen_again
from coretech.apps.inventory.operations.screen_portfolio import screen_portfolio
from coretech.apps.watch.signals.inventory_finds import inventory_finds
from coretech.apps.watch.signals.topics import topics
from coretech.engines.matching.matcher import VERSION
from tests import factories
from tests.apps.refusing import refused
from tests.factories import finds_factories as finds
from tests.factories import lists_factories as lists
from tests.factories.open_data_factories import announced_renaming

pytestmark = pytest.mark.usefixtures("stage")

OFFICER = finds.OFFICER
RADAR = ("P-012", "主動式相位陣列天線之合成孔徑雷達系統技術", "高影像解析度", "114")


def with_foreign_lists() -> None:
    """A foreign list that was not there before."""
    lists.imported(lists.named("Satellite attitude control"))


def again(portfolio: Portfolio, day: dt.date = factories.DAY, *, foreign: bool | None = None) -> Portfolio:
    """The portfolio's next screening, done."""
    by = factories.acting(OFFICER, day)
    act = screen_again(by, portfolio.pk, foreign=foreign)
    made = Portfolio.objects.get(pk=int(act.subject.split("/")[1]))
    screen_portfolio(by, made.pk)
    made.refresh_from_db()
    return made


def learned() -> Portfolio:
    """A portfolio all judged, the best accepted, from which terms were learned since."""
    portfolio = finds.screened()
    best = finds.best_of(portfolio)
    finds.accept(best)
    for find in portfolio.finds.exclude(pk=best.pk):
        finds.set_aside(find)
    learn_terms(factories.acting(OFFICER), "nstc")
    return portfolio


def of_project(portfolio: Portfolio, project: str) -> Find:
    """The find of a project in one screening."""
    rows = Find.objects.filter(portfolio=portfolio).select_related("row__intake", "portfolio")
    return next(find for find in rows if project_of(find).id == project)


def test_newer_terms_make_a_new_screening_and_the_old_one_can_be_repeated() -> None:
    portfolio = learned()
    before = {find.row_id: find.score for find in portfolio.finds.all()}

    later = again(portfolio)

    assert (later.number, later.origin, later.model) == (2, portfolio, TermModel.objects.get())
    assert (later.state, later.screened, later.finds.count()) == ("screened", 5, 5)
    assert {find.row_id: find.score for find in portfolio.finds.all()} == before
    assert any(find.score > before[find.row_id] for find in later.finds.all())
    for find in (*portfolio.finds.all(), *later.finds.all()):
        assert (repeated(find)[0].key, repeated(find)[0].score) == (find.item, find.score)
    assert audit().faults == 0


def test_what_an_older_matcher_compared_is_worth_comparing_again() -> None:
    portfolio = finds.screened()
    by = factories.acting(OFFICER)
    assert not renewal_of(portfolio, by.today, foreign=False).differs
    Portfolio.objects.filter(pk=portfolio.pk).update(matcher=VERSION - 1)

    later = again(Portfolio.objects.get(pk=portfolio.pk))

    assert (portfolio.matcher, later.matcher) == (VERSION, VERSION)
    assert not renewal_of(later, by.today, foreign=False).differs


def test_what_was_judged_stays_judged_and_nothing_waits() -> None:
    portfolio, by = learned(), factories.acting(OFFICER)
    before = standing_of(portfolio)

    later = again(portfolio)

    after = standing_of(later)
    assert (after.judged, after.accepted) == (before.judged, before.accepted)
    assert queue_of(by, later, Queue.FIRST) == queue_of(by, later, Queue.SAMPLE) == []
    assert {key: word.first for key, word in words_of(portfolio).items()}.keys() == {
        word.root for word in words_of(later).values()
    }
    assert len(judged_by(portfolio.round.agency)) == before.judged


def test_only_finds_of_an_amended_item_wait() -> None:
    portfolio = finds.screened(raw=finds.file_of((*finds.PROJECTS, RADAR)))
    for find in portfolio.finds.all():
        finds.set_aside(find)
    radar = of_project(portfolio, RADAR[0])
    amended_on = announced_renaming().at.date() + dt.timedelta(days=400)

    renewal = renewal_of(portfolio, amended_on, foreign=False)
    later = again(portfolio, amended_on)

    assert [entry.key for entry in renewal.reworded] == [radar.item]
    by = factories.acting(OFFICER, amended_on)
    waiting = [*queue_of(by, later, Queue.FIRST), *queue_of(by, later, Queue.SAMPLE)]
    assert [key for key, _ in waiting] == [of_project(later, RADAR[0]).pk]
    assert later.round.year == amended_on.year


def test_a_project_accepted_for_another_item_stays_accepted_while_that_stands() -> None:
    portfolio = finds.screened()
    find = finds.best_of(portfolio)
    other = next(key for key, _ in find.others)
    finds.accept(find, item=other)
    finds.set_aside(of_project(portfolio, "P-003"))
    learn_terms(factories.acting(OFFICER), "nstc")

    later = again(portfolio)

    word = word_of(Find.objects.get(portfolio=later, row=find.row))
    assert word.first is not None
    assert (word.accepted, word.first.item) == (True, other)


def test_where_a_new_item_is_found_only_what_was_said_of_the_old_one_waits() -> None:
    portfolio, by = finds.screened(), factories.acting(OFFICER)
    finds.accept(of_project(portfolio, "P-001"), item=finds.best_of(portfolio).item)
    no_research = Judged("set_aside", reason="not_research")
    judge_find(by, of_project(portfolio, "P-002").pk, no_research)
    finds.set_aside(of_project(portfolio, "P-004"))
    titles = [title for _, title, *_ in finds.PROJECTS]
    named = [{"code": str(place), "names": {"zh-Hant": title}} for place, title in enumerate(titles, 1)]
    lists.imported(json.dumps(named).encode())

    later = again(portfolio, foreign=True)

    assert all(of_project(later, project).item.startswith("list-item/") for project in ("P-001", "P-002"))
    judged = {project: word_of(of_project(later, project)).first for project in ("P-001", "P-002", "P-004")}
    assert {project for project, word in judged.items() if word} == {"P-001", "P-002"}


def test_a_judgement_taken_back_in_the_new_screening_is_taken_back() -> None:
    portfolio = learned()
    later = again(portfolio)
    find = of_project(later, project_of(finds.best_of(portfolio)).id)

    judge_find(factories.acting(OFFICER), find.pk, Judged("undone"))

    assert word_of(find).first is None
    assert word_of(finds.best_of(portfolio)).first is None


def test_the_old_screening_is_closed_and_the_newest_goes_on() -> None:
    portfolio, by = learned(), factories.acting(OFFICER)
    later = again(portfolio)
    old = finds.best_of(portfolio)

    assert refused(lambda: judge_find(by, old.pk, Judged("unsure"))).status == 409
    assert refused(lambda: assess_readiness(by, old.pk, 4, "報告")).status == 409
    assert refused(lambda: propose_find(by, [old.pk], factories.addition())).status == 409
    assert refused(lambda: screen_again(by, portfolio.pk)).status == 409
    assert refused(lambda: screen_again(by, later.pk)).status == 409


def test_readiness_and_candidate_come_along() -> None:
    portfolio, by = learned(), factories.acting(OFFICER)
    old = finds.best_of(portfolio)
    assess_readiness(by, old.pk, 4, "實驗室驗證報告")
    propose_find(by, [old.pk], factories.addition())

    find = of_project(again(portfolio), project_of(old).id)

    assert [row.level for row in readiness_of(find)] == [4]
    assert candidate_of(find) is not None
    assert refused(lambda: propose_find(by, [find.pk], factories.addition())).status == 409


def test_without_anything_new_there_is_no_new_screening() -> None:
    portfolio, by = finds.screened(), factories.acting(OFFICER)

    assert refused(lambda: screen_again(by, portfolio.pk)).status == 409
    assert Portfolio.objects.count() == 1
    with_foreign_lists()
    later = again(portfolio, foreign=True)
    assert [entry.source for entry in read(later.catalogue) if entry.source] == ["XX-MADE"]


@pytest.mark.parametrize("username", ["office", "agency-moea", finds.PANELIST])
def test_nobody_but_the_agency_s_officer_screens_again(username: str) -> None:
    portfolio = learned()

    assert refused(lambda: screen_again(factories.acting(username), portfolio.pk)).status == 403


def test_a_screening_that_is_not_done_is_not_followed_by_another() -> None:
    portfolio = finds.taken()

    assert refused(lambda: screen_again(factories.acting(OFFICER), portfolio.pk, foreign=True)).status == 409


def test_a_round_counts_projects_screened_again_once() -> None:
    again(learned())

    found = screened_for(Round.objects.get())

    assert found is not None
    assert (found.portfolios, found.projects, found.judged, found.accepted) == (1, 5, 5, 1)


def test_signals_tell_of_the_newest_screening_alone() -> None:
    later, by = again(learned()), factories.acting(OFFICER)

    told = list(inventory_finds(by, topics(by)))

    assert [signal.href for signal in told] == [f"/inventory/portfolios/{later.pk}/"]


def test_who_was_named_to_a_confidential_portfolio_opens_its_new_screening() -> None:
    portfolio, by = finds.screened(confidential=True), factories.acting(OFFICER)
    name_portfolio_reader(by, portfolio.pk, factories.acting(finds.PANELIST).person_id or 0)

    with_foreign_lists()

    later = again(portfolio, foreign=True)

    assert find_portfolio(factories.acting(finds.PANELIST), later.pk) == later
    assert refused(lambda: find_portfolio(factories.acting("panel-nstc-03"), later.pk)).status == 404
