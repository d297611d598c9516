"""Reviewers' remarks on a part: made by who may read it, answered once, told of without a word."""

import pytest

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.cases.models import Case, Remark
from coretech.apps.meetings.operations.remark import remark
from coretech.apps.meetings.operations.resolve_remark import resolve_remark
from coretech.kit.refusal import Refused
from tests import factories
from tests.apps.refusing import refused
from tests.factories.dossier_factories import OFFICER, draft, write

pytestmark = pytest.mark.usefixtures("stage")

SECRET_WORD = "機密參數九十九"  # noqa: S105 - what a remark says, not a password


def test_a_remark_is_made_answered_and_told_of_without_a_word_of_it() -> None:
    case = draft()
    write(case, "functions", {"does": "x"})
    remark(factories.acting("office"), case.reference, "functions", SECRET_WORD)
    made = Remark.objects.get()

    resolve_remark(factories.acting(OFFICER), case.reference, "functions", made.pk, "已補充。" + SECRET_WORD)

    made.refresh_from_db()
    assert (made.text, made.settled_at is not None) == (SECRET_WORD, True)
    letters = Outbox.objects.filter(act__kind__in=["case.remarked", "case.remark_resolved"])
    told = Account.objects.filter(pk__in=letters.values("recipient")).values_list("username", flat=True)
    assert {OFFICER, "office"} <= set(told)
    assert not [each for each in letters if SECRET_WORD in each.subject_zh + each.subject_en + each.text]
    leaves = [bytes(act.leaf).decode() for act in Act.objects.filter(kind__startswith="case.remark")]
    assert not [leaf for leaf in leaves if SECRET_WORD in leaf]


@pytest.mark.parametrize(
    ("username", "text", "status"),
    [
        ("office", " ", 422),
        ("office", "字" * 5_001, 422),
        ("public", "x", 403),
        ("agency-moea", "x", 403),
        ("member-02", "x", 403),
    ],
)
def test_a_remark_that_cannot_be_is_refused(username: str, text: str, status: int) -> None:
    case = draft()
    write(case, "functions", {"does": "x"})

    assert (
        refused(lambda: remark(factories.acting(username), case.reference, "functions", text)).status
        == status
    )


def test_there_is_nothing_to_remark_on_before_a_part_is_written_or_after_the_decision() -> None:
    case = draft()
    office = factories.acting("office")
    refused(lambda: remark(office, case.reference, "functions", "x"))
    write(case, "functions", {"does": "x"})
    Case.objects.filter(pk=case.pk).update(state="rejected")

    assert refused(lambda: remark(office, case.reference, "functions", "x")).status == 409


def test_a_remark_is_answered_once_and_by_the_writers_alone() -> None:
    case = draft()
    write(case, "functions", {"does": "x"})
    remark(factories.acting("office"), case.reference, "functions", "why?")
    number, officer = Remark.objects.get().pk, factories.acting(OFFICER)

    def answer(username: str, name: str = "functions") -> Refused:
        by = factories.acting(username)
        return refused(lambda: resolve_remark(by, case.reference, name, number, "so"))

    assert answer("agency-moea").status == 403
    assert answer(OFFICER, "description").status == 404
    resolve_remark(officer, case.reference, "functions", number, "so")
    assert answer(OFFICER).status == 409
