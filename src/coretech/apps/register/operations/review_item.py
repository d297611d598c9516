"""Reviewing one item of the list, as its authority owes every year (art. 10(1))."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.register.asked import listed_item
from coretech.apps.register.models import AnnualReview, ItemVersion
from coretech.apps.register.reviews import reviews_of
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action, Matter

LONGEST = 5000
_TEXTS = ("reasons", "scope_questions", "foreign_lists", "evidence")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the review found: the verdict with its reasons, and what it looked at.

    ``seen`` is the id of the newest review of the year that the writer saw, 0 where there was none.
    """

    verdict: str
    reasons: str
    scope_questions: str = ""
    foreign_lists: str = ""
    evidence: str = ""
    seen: int | None = None


def check(by: Acting, version: ItemVersion) -> None:
    """Whether this person may review the item: an officer of the authority in charge today."""
    allow(by, Action.REVIEW_ITEM, Matter(agencies=frozenset({version.authority.code})))


@operation
def review_item(by: Acting, number: int, found: Finding) -> Act:
    """Write the review of this year; an earlier one of the year stays on record and counts no longer."""
    version = listed_item(number, by.today)
    check(by, version)
    _refuse_bad(found)
    hold(f"review:{number}")
    _refuse_unseen(version, by.today.year, found.seen)
    review = AnnualReview.objects.create(
        item=version.item,
        year=by.today.year,
        authority=version.authority,
        verdict=found.verdict,
        **{name: getattr(found, name).strip() for name in _TEXTS},
        reviewed_at=by.at,
    )
    return record(
        by,
        "register.item_reviewed",
        f"register-item/{number}",
        public={"year": review.year, "authority": version.authority.code, "verdict": review.verdict},
        confidential={name: getattr(review, name) for name in _TEXTS},
        rows=[review],
    )


def _refuse_bad(found: Finding) -> None:
    if found.verdict not in AnnualReview.Verdict.values:
        raise bad_input("verdict", "請選擇檢討結果。", "Choose what the review found.")
    if not found.reasons.strip():
        raise bad_input("reasons", "請寫明理由。", "Say why.")
    for name in _TEXTS:
        if len(getattr(found, name)) > LONGEST:
            raise bad_input(name, f"請在{LONGEST}字以內。", f"Write {LONGEST} characters at most.")


def _refuse_unseen(version: ItemVersion, year: int, seen: int | None) -> None:
    """Refuse a writer who has not seen the newest review of the year."""
    newest = next(iter(reviews_of(version, year)), None)
    if seen is not None and seen != (0 if newest is None else newest.pk):
        raise wrong_state(
            "這一項剛有新的檢討；請先看過，再決定是否另寫一份。",
            "Somebody has just reviewed this item; read that review before you write another.",
        )
