"""Asking an expert to evaluate."""

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.queries import postings_of
from coretech.apps.people.models import Person, Posting
from coretech.apps.reports.cycle.steering import steered
from coretech.apps.reports.evaluations.access import check_run, lock_evaluation
from coretech.apps.reports.evaluations.states import Step
from coretech.apps.reports.models import Evaluation, Evaluator
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence


def check(by: Acting, evaluation: Evaluation) -> None:
    """Whether this person runs the evaluation, and scores are not compiled yet."""
    check_run(by, evaluation, Step.NAME)


@operation
def name_evaluator(by: Acting, evaluation_id: int, username: str) -> Act:
    """Ask whoever signs in by this name; the expert is told, and declares interests before anything else."""
    evaluation = lock_evaluation(evaluation_id)
    check(by, evaluation)
    person = _person(username)
    _refuse_bad(by, evaluation, person)
    made = Evaluator.objects.create(evaluation=evaluation, person=person, named_at=by.at)
    act = record(
        by,
        "evaluation.evaluator_named",
        evaluation.subject,
        public={"evaluators": evaluation.evaluators.count()},
        confidential={"person": person.pk},
        rows=[made],
    )
    asked = Sentence("請申報利益關係後評分", "Please declare your interests, then score")
    notify(act, [person.account_id or 0], asked, f"/evaluations/{evaluation.pk}/")
    return act


def _person(username: str) -> Person:
    account = Account.objects.filter(username=username.strip(), is_active=True).first()
    person = None if account is None else Person.objects.filter(account=account).first()
    if person is None:
        raise bad_input(
            "username",
            "沒有這個帳號，或帳號已停用；請系統管理者先為委員開立帳號。",
            "There is no such account, or it is closed; an administrator opens one for the expert first.",
        )
    return person


def _refuse_bad(by: Acting, evaluation: Evaluation, person: Person) -> None:
    if Evaluator.objects.filter(evaluation=evaluation, person=person).exists():
        raise bad_input("username", "這位委員已受聘。", "This evaluator was asked already.")
    controller = steered(evaluation.plan).controller_id
    posts = postings_of(person, by.today)
    if any(each.kind == Posting.Kind.CONTROLLER and each.agency_id == controller for each in posts):
        raise bad_input(
            "username",
            "這個人是本計畫的管考人員，不能同時評分。",
            "This person controls the plan and does not score it as well.",
        )
