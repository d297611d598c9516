"""Portfolios from their upload to the round's report: screened step by step, judged, sampled, learned from."""

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.inventory.finds.comparing import repeated
from coretech.apps.inventory.finds.judgements import is_for_second, word_of
from coretech.apps.inventory.finds.learning import relearned
from coretech.apps.inventory.finds.portfolios import find_portfolio, visible_portfolios
from coretech.apps.inventory.finds.queue import Queue, Why, queue_of
from coretech.apps.inventory.finds.screened import screened_for
from coretech.apps.inventory.finds.standing import standing_of
from coretech.apps.inventory.models import (
    Candidate,
    Find,
    FindJudgement,
    Portfolio,
    PortfolioRow,
    Round,
    TermModel,
)
from coretech.apps.inventory.operations.allow_training import allow_training
from coretech.apps.inventory.operations.assess_readiness import assess_readiness
from coretech.apps.inventory.operations.hold_screening import hold_screening
from coretech.apps.inventory.operations.judge_find import Judged, judge_find
from coretech.apps.inventory.operations.learn_terms import learn_terms
from coretech.apps.inventory.operations.name_portfolio_reader import name_portfolio_reader
from coretech.apps.inventory.operations.propose_find import propose_find
from coretech.apps.inventory.operations.screen_portfolio import screen_portfolio
from coretech.apps.inventory.operations.take_portfolio import take_portfolio
from coretech.jobs.portfolios import screen_waiting
from coretech.kit.refusal import Refused
from tests import factories
from tests.apps.refusing import refused
from tests.factories import finds_factories as finds

pytestmark = pytest.mark.usefixtures("stage")

OFFICER = finds.OFFICER


def test_a_portfolio_is_screened_and_every_row_has_a_find() -> None:
    portfolio = finds.screened()

    assert portfolio.state == Portfolio.State.SCREENED
    assert (portfolio.total, portfolio.screened, portfolio.finds.count()) == (5, 5, 5)
    assert finds.best_of(portfolio).score >= portfolio.threshold
    assert portfolio.content == b""


def test_bad_rows_are_listed_by_their_line_and_left_out() -> None:
    rows = (*finds.PROJECTS, ("P-001", "重複", "", "113"), ("", "沒有編號", "", ""), ("P-9", "x", "", "abc"))

    portfolio = finds.taken(raw=finds.file_of(rows))

    assert [(fault["line"], fault["column"], fault["kept"]) for fault in portfolio.faults] == [
        (7, "計畫編號", False),
        (8, "計畫編號", False),
        (9, "年度", True),
    ]
    assert (portfolio.total, portfolio.fault_count) == (6, 2)


def test_columns_that_are_not_there_take_nothing() -> None:
    portfolio = finds.uploaded()

    found = refused(lambda: take_portfolio(factories.acting(OFFICER), portfolio.pk, {"id": "計畫編號"}))

    assert (found.status, found.field) == (422, "title")
    assert PortfolioRow.objects.count() == 0


def test_a_held_screening_goes_on_where_it_stopped() -> None:
    portfolio, by = finds.taken(), factories.acting(OFFICER)
    screen_portfolio(by, portfolio.pk, 2)
    hold_screening(by, portfolio.pk, hold=True)
    assert refused(lambda: screen_portfolio(by, portfolio.pk)).status == 409

    hold_screening(by, portfolio.pk, hold=False)
    assert screen_waiting() == 1

    portfolio.refresh_from_db()
    assert [batch.first for batch in portfolio.batches.all()] == [0, 2]
    assert sorted(find.row.place for find in portfolio.finds.select_related("row")) == [0, 1, 2, 3, 4]


def test_the_log_answers_for_rows_and_finds_and_says_nothing_of_them() -> None:
    portfolio = finds.screened(confidential=True)

    assert audit().faults == 0
    acts = Act.objects.filter(subject=portfolio.subject)
    assert acts.count() == 3
    assert not any("衛星" in f"{act.public}{act.confidential}" for act in acts)
    assert not any("衛星" in row.sealed for row in PortfolioRow.objects.all())


@pytest.mark.parametrize("username", ["office", "member-02", "announcer"])
def test_nobody_outside_the_agency_screens_or_sees(username: str) -> None:
    portfolio = finds.screened()
    by = factories.acting(username)

    assert list(visible_portfolios(by)) == []
    assert refused(lambda: find_portfolio(by, portfolio.pk)).status == 403
    assert refused(lambda: judge_find(by, finds.best_of(portfolio).pk, Judged("accepted"))).status == 403


def test_another_agency_s_portfolio_is_not_there() -> None:
    portfolio = finds.screened()

    assert refused(lambda: find_portfolio(factories.acting("agency-moea"), portfolio.pk)).status == 404


def test_a_confidential_portfolio_opens_to_the_panel_by_name_only() -> None:
    portfolio, panelist = finds.screened(confidential=True), factories.acting(finds.PANELIST)
    assert refused(lambda: find_portfolio(panelist, portfolio.pk)).status == 404

    name_portfolio_reader(factories.acting(OFFICER), portfolio.pk, panelist.person_id or 0)

    assert find_portfolio(factories.acting(finds.PANELIST), portfolio.pk) == portfolio


def test_a_judgement_is_taken_back_by_a_new_one() -> None:
    find = finds.best_of(finds.screened())
    finds.accept(find)
    assert word_of(find).accepted

    judge_find(factories.acting(OFFICER), find.pk, Judged("undone"))

    assert word_of(find).first is None
    assert [row.verdict for row in find.judgements.all()] == ["accepted", "undone"]
    assert refused(lambda: judge_find(factories.acting(OFFICER), find.pk, Judged("undone"))).status == 409


@pytest.mark.parametrize(
    ("judged", "field"),
    [
        (Judged("maybe"), "verdict"),
        (Judged("set_aside"), "reason"),
        (Judged("set_aside", reason="else"), "note"),
        (Judged("accepted", item="technology/0"), "item"),
        (Judged("unsure", note="x" * 2001), "note"),
    ],
)
def test_a_judgement_says_what_and_why(judged: Judged, field: str) -> None:
    find = finds.best_of(finds.screened())

    found = refused(lambda: judge_find(factories.acting(OFFICER), find.pk, judged))

    assert (found.status, found.field) == (422, field)


def test_the_queue_asks_near_the_threshold_first_and_samples_below_it() -> None:
    portfolio, by = finds.screened(), factories.acting(OFFICER)
    above = portfolio.finds.filter(score__gte=portfolio.threshold).count()

    first = queue_of(by, portfolio, Queue.FIRST)
    sample = queue_of(by, portfolio, Queue.SAMPLE)

    assert {why for _, why in first} == {Why.NEAR}
    assert (len(first), len(sample)) == (above, 5 - above)
    finds.accept(Find.objects.get(pk=first[0][0]))
    assert first[0][0] not in {key for key, _ in queue_of(by, portfolio, Queue.FIRST)}


def test_a_second_reviewer_is_blind_until_they_have_judged() -> None:
    portfolio = finds.screened()
    Portfolio.objects.filter(pk=portfolio.pk).update(seed=_seed_that_draws(finds.best_of(portfolio)))
    find, panelist = finds.best_of(portfolio), factories.acting(finds.PANELIST)
    finds.accept(find)
    portfolio.refresh_from_db()

    assert queue_of(panelist, portfolio, Queue.SECOND) == [(find.pk, Why.SECOND)]
    assert queue_of(factories.acting(OFFICER), portfolio, Queue.SECOND) == []
    assert refused(lambda: finds.set_aside(find, finds.PANELIST)).status == 409
    finds.set_aside(find, finds.PANELIST, second=True)

    standing = standing_of(portfolio)
    assert (standing.agreement.pairs, standing.agreement.same, standing.differing) == (1, 0, (find.pk,))
    assert word_of(find).accepted


def _seed_that_draws(find: Find) -> int:
    portfolio = find.portfolio
    for seed in range(1000):
        portfolio.seed = seed
        if is_for_second(portfolio, find.pk):
            return seed
    raise AssertionError


def test_what_is_left_is_estimated_from_the_sample_below_the_threshold() -> None:
    portfolio = finds.screened()
    before = standing_of(portfolio)
    assert before.left.guess is None
    assert before.left.high == before.screened - before.above

    for find in portfolio.finds.filter(score__lt=portfolio.threshold):
        finds.set_aside(find)

    after = standing_of(portfolio)
    assert (after.left.guess, after.left.low, after.left.high) == (0, 0, 0)


def test_readiness_is_assessed_of_accepted_finds_with_evidence() -> None:
    find, by = finds.best_of(finds.screened()), factories.acting(OFFICER)
    assert refused(lambda: assess_readiness(by, find.pk, 4, "實驗室驗證報告")).status == 409
    finds.accept(find)
    assert refused(lambda: assess_readiness(by, find.pk, 10, "x")).field == "level"
    assert refused(lambda: assess_readiness(by, find.pk, 4, " ")).field == "evidence"

    assess_readiness(by, find.pk, 4, "實驗室驗證報告")

    assert [row.level for row in find.readiness.all()] == [4]


def test_an_accepted_find_becomes_a_candidate_once() -> None:
    find, by = finds.best_of(finds.screened()), factories.acting(OFFICER)
    assert refused(lambda: propose_find(by, [find.pk], factories.addition())).status == 409
    finds.accept(find)

    propose_find(by, [find.pk], factories.addition())

    assert Candidate.objects.get().finds.get().find == find
    assert refused(lambda: propose_find(by, [find.pk], factories.addition())).status == 409
    assert refused(lambda: finds.set_aside(find)).status == 409


def test_terms_are_learned_in_versions_and_old_results_repeat() -> None:
    portfolio, by = finds.screened(), factories.acting(OFFICER)
    find = finds.best_of(portfolio)
    finds.accept(find)
    learn_terms(by, "nstc")
    assert refused(lambda: learn_terms(by, "nstc")).status == 409

    model = TermModel.objects.get()
    assert relearned(model) == model.weights
    assert list(model.weights) == [find.item]
    later = finds.screened(raw=finds.file_of((*finds.PROJECTS, ("P-6", "衛星", "", "114"))))
    assert later.model == model
    assert finds.best_of(later).score > find.score
    for each in (find, finds.best_of(later)):
        kept = [(each.item, each.score), *((key, score) for key, score in each.others)]
        assert [(scored.key, scored.score) for scored in repeated(each)] == kept


def test_nothing_is_learned_from_confidential_text_without_leave() -> None:
    portfolio, by = finds.screened(confidential=True), factories.acting(OFFICER)
    finds.accept(finds.best_of(portfolio))
    assert refused(lambda: learn_terms(by, "nstc")).status == 409

    allow_training(by, portfolio.pk, "簽准文號示範-1", allowed=True)
    learn_terms(by, "nstc")
    allow_training(by, portfolio.pk, "收回", allowed=False)

    assert TermModel.objects.get().judgements == [FindJudgement.objects.get().pk]
    assert refused(lambda: learn_terms(by, "nstc")).status == 409


def test_a_round_s_report_stands_on_what_was_screened() -> None:
    portfolio = finds.screened()
    for find in portfolio.finds.all():
        finds.set_aside(find)

    found = screened_for(Round.objects.get())

    assert found is not None
    assert (found.projects, found.judged, found.accepted, found.most_left) == (5, 5, 0, 0)
    assert "5件" in found.words.zh


def test_a_portfolio_of_somebody_without_a_post_waits(caplog: pytest.LogCaptureFixture) -> None:
    portfolio = finds.taken()
    Portfolio.objects.filter(pk=portfolio.pk).update(uploaded_by=factories.acting("member-02").person_id)

    assert screen_waiting() == 0

    portfolio.refresh_from_db()
    assert portfolio.state == Portfolio.State.SCREENING
    assert "portfolio" in caplog.text


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        finds.uploaded(raw=b" \n")

    assert caught.value.field == "file"
