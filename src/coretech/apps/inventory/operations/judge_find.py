"""Judging a find: accepted, set aside with a reason, unsure; or taking one's own word back."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.catalogue import read
from coretech.apps.inventory.finds.finding import lock_find
from coretech.apps.inventory.finds.judgements import awaits_second, word_of
from coretech.apps.inventory.finds.portfolios import allow_judging
from coretech.apps.inventory.finds.screenings import require_newest
from coretech.apps.inventory.finds.using import candidate_of
from coretech.apps.inventory.models import Find, FindJudgement
from coretech.kit.refusal import bad_input, wrong_state

LONGEST_NOTE = 2000
Verdict, Reason = FindJudgement.Verdict, FindJudgement.Reason


@dataclass(frozen=True, slots=True)
class Judged:
    """A word on a find: ``item`` is the one it is accepted for, the one found where none is given.

    ``reason`` is needed to set it aside, and a ``note`` where the reason is none of those named.
    """

    verdict: str
    item: str = ""
    reason: str = ""
    note: str = ""


def check(by: Acting, find: Find, *, second: bool = False) -> None:
    """Whether this person may judge it now, as the first reviewer or as the second."""
    allow_judging(by, find.portfolio)
    require_newest(find.portfolio)
    if candidate_of(find) is not None:
        raise wrong_state(
            "這筆已轉為候選項目，不能再改。", "A candidate was made of it already; it stands as it is."
        )
    word = word_of(find)
    own = word.second is not None and word.second.by_id == by.person_id
    if second and not own and not awaits_second(find.portfolio, word, by.person_id):
        raise wrong_state(
            "這筆不在您的複審樣本內：須為抽中、由他人先行判斷、且尚無人複審者。",
            "It is not in your sample: only what was drawn, somebody else judged, and nobody a second time.",
        )
    if not second and awaits_second(find.portfolio, word, by.person_id):
        raise wrong_state(
            "這筆由他人判斷，並抽中複審；請先在複審清單辦理。",
            "Somebody else judged it and it was drawn for a second look; give that first.",
        )


@operation
def judge_find(by: Acting, find_id: int, judged: Judged, *, second: bool = False) -> Act:
    """Write the word; a new one follows the former, which stays."""
    find = lock_find(by, find_id)
    check(by, find, second=second)
    _refuse_bad(find, judged)
    word = word_of(find)
    before = word.second if second else word.first
    if judged.verdict == Verdict.UNDONE and before is None:
        raise wrong_state("沒有可取消的判斷。", "There is no judgement to take back.")
    row = FindJudgement.objects.create(
        find=find,
        verdict=judged.verdict,
        item=(judged.item or find.item) if judged.verdict == Verdict.ACCEPTED else "",
        reason=judged.reason if judged.verdict == Verdict.SET_ASIDE else "",
        note=judged.note.strip(),
        second=second,
        by_id=by.person_id or 0,
        at=by.at,
    )
    return record(
        by,
        "inventory.find_judged",
        find.subject,
        public={"agency": find.portfolio.round.agency.code},
        confidential={"verdict": row.verdict, "item": row.item, "second": second},
        rows=[row],
    )


def _refuse_bad(find: Find, judged: Judged) -> None:
    if judged.verdict not in Verdict.values:
        raise bad_input("verdict", "請選擇列入、不列入或不確定。", "Choose: accepted, set aside or unsure.")
    if len(judged.note) > LONGEST_NOTE:
        raise bad_input(
            "note", f"說明請在{LONGEST_NOTE}字以內。", f"Keep the note within {LONGEST_NOTE} characters."
        )
    if judged.verdict == Verdict.ACCEPTED:
        _refuse_bad_item(find, judged.item or find.item)
    if judged.verdict == Verdict.SET_ASIDE:
        _refuse_bad_reason(judged)


def _refuse_bad_item(find: Find, item: str) -> None:
    if item not in {entry.key for entry in read(find.portfolio.catalogue)}:
        raise bad_input(
            "item", "請選擇這項計畫所屬的技術。", "Choose the item of the list that the project is about."
        )


def _refuse_bad_reason(judged: Judged) -> None:
    if judged.reason not in Reason.values:
        raise bad_input("reason", "請選擇不列入的理由。", "Choose why it is set aside.")
    if judged.reason == Reason.ELSE and not judged.note.strip():
        raise bad_input("note", "請說明不列入的理由。", "Say why it is set aside.")
