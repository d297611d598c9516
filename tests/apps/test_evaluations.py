"""Evaluations: from their preparation to the report, and what nobody may score or see on the way."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.apps.audit.models import Act
from coretech.apps.people.models import Posting
from coretech.apps.reports.evaluations.access import may_know
from coretech.apps.reports.evaluations.compiling import compiled_of
from coretech.apps.reports.evaluations.scoring import own_scores, places_of
from coretech.apps.reports.evaluations.states import ARROWS, FOLLOW_ARROWS, Standing, State
from coretech.apps.reports.models import Evaluation, Score
from coretech.apps.reports.operations.compile_evaluation import compile_evaluation
from coretech.apps.reports.operations.declare_interest import declare_interest
from coretech.apps.reports.operations.find import FindingGiven, find
from coretech.apps.reports.operations.name_evaluator import name_evaluator
from coretech.apps.reports.operations.prepare_evaluation import (
    CriterionGiven,
    EvaluationGiven,
    prepare_evaluation,
)
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from coretech.apps.reports.operations.score import score
from coretech.kit.refusal import Refused
from tests.factories import cycle_factories
from tests.factories import evaluation_factories as made

pytestmark = pytest.mark.usefixtures("stage")
by = made.by
Attempts = tuple[Callable[[], object], ...]


def refused(status: int = 409, match: str | None = None) -> "pytest.RaisesExc[Refused]":
    return pytest.RaisesExc(Refused, match=match, check=lambda found: found.status == status)


def test_an_evaluation_goes_its_way_to_the_executive_yuan() -> None:
    evaluation = made.compiled()

    found = compiled_of(evaluation)
    first = found.lines[0].scored
    assert (first.by_criterion[1].mean, first.by_criterion[2].mean) == (Decimal("3.33"), Decimal("7.00"))
    assert first.total.mean == Decimal("67.92")
    assert first.total.deviation == Decimal("6.64")
    assert (found.mean, found.evaluators, found.thin) == (Decimal("67.92"), 3, ())
    assert Act.objects.get(kind="evaluation.compiled").public["digest"] == found.digest

    made.finding(evaluation)
    report_evaluation(by(), evaluation.pk, "院授科前字第1120000001號", made.DAY)
    evaluation.refresh_from_db()
    assert (evaluation.state, evaluation.reported_on) == (State.REPORTED, made.DAY)
    assert may_know(by("public"), evaluation)


def test_who_declared_an_element_does_not_score_it_nor_what_lies_below() -> None:
    evaluation = made.prepared()
    declare_interest(by("scholar-1"), evaluation.pk, [made.KEYS[1]], "擔任顧問。")
    declare_interest(by("scholar-2"), evaluation.pk, ["industry-1"], "配偶任職於該產業。")

    with refused(403, "declared an interest"):
        score(by("scholar-1"), evaluation.pk, made.KEYS[1], made.marks("3", "6"))
    for key in made.KEYS:
        with refused(403, "declared an interest"):
            score(by("scholar-2"), evaluation.pk, key, made.marks("3", "6"))
    score(by("scholar-1"), evaluation.pk, made.KEYS[0], made.marks("3", "6"))
    with refused(422, "not withdrawn"):
        declare_interest(by("scholar-1"), evaluation.pk, [])


def test_nothing_opens_before_the_declaration_nor_to_somebody_who_was_not_asked() -> None:
    evaluation = made.prepared()

    with refused(409, "Declare your interests"):
        score(by("scholar-1"), evaluation.pk, made.KEYS[0], made.marks("3", "6"))
    for username in ("public", "controller-1", "officer-moea"):
        with refused(403, "evaluators"):
            declare_interest(by(username), evaluation.pk, [])
        with refused(403, "evaluators"):
            score(by(username), evaluation.pk, made.KEYS[0], made.marks("3", "6"))


def test_what_one_s_own_agency_answers_for_is_closed_without_a_word() -> None:
    evaluation = made.prepared()
    name_evaluator(by(), evaluation.pk, "officer-motc")
    declare_interest(by("officer-motc"), evaluation.pk, [])

    with refused(403, "agency you serve"):
        score(by("officer-motc"), evaluation.pk, made.KEYS[1], made.marks("3", "6"))
    score(by("officer-motc"), evaluation.pk, made.KEYS[0], made.marks("3", "6"))


def test_a_score_given_before_its_element_was_declared_does_not_count() -> None:
    evaluation = made.scored()
    declare_interest(by("scholar-3"), evaluation.pk, [made.KEYS[2]], "剛獲聘為審查委員。")

    compile_evaluation(by(), evaluation.pk)
    last = compiled_of(evaluation).lines[2]
    assert (last.scored.total.count, last.scored.total.is_thin) == (2, True)
    assert "scholar-3的評語" not in dict(last.comments).values()


def test_a_later_score_takes_the_place_of_the_first_which_stays() -> None:
    evaluation = made.scored()
    before = Score.objects.count()

    with refused(422, "on record already"):
        score(by("scholar-1"), evaluation.pk, made.KEYS[0], made.marks("3", "6", "scholar-1的評語"))
    score(by("scholar-1"), evaluation.pk, made.KEYS[0], made.marks("5", "6", "scholar-1的評語"))
    assert Score.objects.count() == before + 1
    own = own_scores(evaluation.evaluators.get(person__name_en="scholar-1"), made.KEYS[0])
    assert {each.criterion.order: each.score for each in own} == {1: 5, 2: 6}


def test_compiled_scores_do_not_change() -> None:
    evaluation = made.compiled()
    digest = compiled_of(evaluation).digest

    attempts: Attempts = (
        lambda: score(by("scholar-1"), evaluation.pk, made.KEYS[0], made.marks("1", "1")),
        lambda: declare_interest(by("scholar-1"), evaluation.pk, [made.KEYS[0]], "x"),
        lambda: name_evaluator(by(), evaluation.pk, "officer-moea"),
        lambda: compile_evaluation(by(), evaluation.pk, "again"),
    )
    for attempt in attempts:
        with refused(409, "The evaluation stands at “Compiled”"):
            attempt()
    cycle_factories.post("scholar-1", "moea", Posting.Kind.OFFICER)
    assert compiled_of(evaluation).digest == digest


def test_an_unfinished_evaluation_is_compiled_with_a_reason_only() -> None:
    evaluation = made.prepared()
    declare_interest(by("scholar-1"), evaluation.pk, [])

    with refused(409, "Nothing is scored"):
        compile_evaluation(by(), evaluation.pk, "委員因病無法評分。")
    score(by("scholar-1"), evaluation.pk, made.KEYS[0], made.marks("3", "6"))
    with refused(422, "not done: 3"):
        compile_evaluation(by(), evaluation.pk)
    assert [(each.declared, each.scored, each.open) for each in places_of(evaluation, made.DAY)] == [
        (True, 1, 3),
        (False, 0, 3),
        (False, 0, 3),
    ]
    compile_evaluation(by(), evaluation.pk, "委員因病無法評分。")
    assert len(compiled_of(evaluation).thin) == 3


@pytest.mark.parametrize("username", ["office", "officer-moea", "moea-controller-1", "scholar-1", "public"])
def test_only_the_plan_s_controller_runs_its_evaluations(username: str) -> None:
    evaluation = made.prepared()
    given = EvaluationGiven("final", 112, dt.date(2024, 3, 1), made.CRITERIA)

    attempts: Attempts = (
        lambda: prepare_evaluation(by(username), evaluation.plan.slug, given),
        lambda: name_evaluator(by(username), evaluation.pk, "officer-moea"),
        lambda: compile_evaluation(by(username), evaluation.pk),
        lambda: find(by(username), evaluation.pk, FindingGiven("x")),
        lambda: report_evaluation(by(username), evaluation.pk, "x", made.DAY),
    )
    for attempt in attempts:
        with refused(403):
            attempt()


@pytest.mark.parametrize(
    ("criteria", "told"),
    [
        ((), "1 to 10"),
        ((CriterionGiven("甲", "A", Decimal(60)), CriterionGiven("乙", "B", Decimal(30))), "these make 90"),
        ((CriterionGiven("甲", " ", Decimal(100)),), "both names"),
        ((CriterionGiven("甲", "A", Decimal("NaN")),), "weight above 0"),
        (
            (CriterionGiven("甲", "A", Decimal("99.999")), CriterionGiven("乙", "B", Decimal("0.001"))),
            "two decimals",
        ),
        ((CriterionGiven("甲", "A", Decimal(100), 0),), "highest score"),
    ],
)
def test_criteria_are_named_and_weigh_a_hundred_together(
    criteria: tuple[CriterionGiven, ...], told: str
) -> None:
    plan = made.controlled()

    with refused(422, told):
        prepare_evaluation(by(), plan.slug, EvaluationGiven("mid_term", 111, dt.date(2023, 3, 1), criteria))


def test_an_evaluation_is_of_the_plan_s_years_and_held_once() -> None:
    evaluation = made.prepared()
    slug, due = evaluation.plan.slug, dt.date(2023, 3, 1)

    for bad in (("yearly", 111, due), ("final", 114, due), ("final", 112, made.DAY)):
        with refused(422):
            prepare_evaluation(by(), slug, EvaluationGiven(*bad, made.CRITERIA))
    with refused(409, "not held twice"):
        prepare_evaluation(by(), slug, EvaluationGiven("mid_term", 111, due, made.CRITERIA))


def test_who_controls_the_plan_does_not_evaluate_it_and_nobody_is_asked_twice() -> None:
    evaluation = made.prepared()

    for username, told in (
        ("controller-2", "controls the plan"),
        ("scholar-1", "already"),
        ("nobody", "no such account"),
    ):
        with refused(422, told):
            name_evaluator(by(), evaluation.pk, username)


def test_every_state_is_reached_and_left_by_a_step_of_the_tables() -> None:
    assert {arrow.target for arrow in ARROWS.values()} - {None} == set(State) - {State.PREPARED}
    assert {arrow.target for arrow in FOLLOW_ARROWS.values()} == set(Standing) - {Standing.OPEN}
    assert all(
        any(state in arrow.sources for arrow in ARROWS.values()) for state in set(State) - {State.REPORTED}
    )


@pytest.fixture
def evaluated() -> int:
    return made.prepared().pk


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["declare", "score", "compile"]),
            st.sampled_from(made.EXPERTS),
            st.sampled_from(made.KEYS),
            st.integers(0, 5),
        ),
        max_size=14,
    )
)
def test_in_any_order_of_steps_nobody_scores_what_they_declared(
    evaluated: int, steps: list[tuple[str, str, str, int]]
) -> None:

    with transaction.atomic():
        _play(evaluated, steps)
        transaction.set_rollback(True)


def _play(evaluation: int, steps: list[tuple[str, str, str, int]]) -> None:
    declared: dict[str, set[str]] = {}
    counting: dict[tuple[str, str], int] = {}
    over = False
    for what, who, key, value in steps:
        try:
            if what == "declare":
                keys = declared.get(who, set()) | ({key} if value else set())
                declare_interest(by(who), evaluation, keys, "x")
                assert not over
                declared[who] = keys
            elif what == "score":
                score(by(who), evaluation, key, made.marks(str(value), str(value)))
                assert who in declared
                assert key not in declared[who]
                assert not over
                counting[who, key] = value
            else:
                compile_evaluation(by(), evaluation, "x")
                over = True
        except Refused:
            continue
    found = compiled_of(Evaluation.objects.get(pk=evaluation))
    for line in found.lines:
        counted = [
            value
            for (who, key), value in counting.items()
            if key == line.element.key and key not in declared[who]
        ]
        assert line.scored.total.count == len(counted)
        if counted:
            mean = sum(map(Decimal, counted), Decimal(0)) / len(counted)
            assert line.scored.by_criterion[1].mean == round(mean + Decimal("1e-9"), 2)
