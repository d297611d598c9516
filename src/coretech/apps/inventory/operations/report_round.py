"""Reporting a round through the Office, also where nothing was found (arts. 7, 9)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow, as_recorded
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.notices import office_accounts
from coretech.apps.inventory.yearly.facts import is_reviewed, report_ruling
from coretech.apps.inventory.yearly.rounds import lock_round, save_round
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter

LONGEST_NOTE = 5000


def check(by: Acting, round_: Round) -> None:
    """Whether the round may be reported now: by its agency, and with the panel's review of all of it."""
    allow(by, Action.KEEP_INVENTORY, Matter(agencies=frozenset({round_.agency.code})))
    if round_.state == Round.State.REPORTED:
        raise wrong_state("這次盤點已經提報。", "The round is reported already.")
    if not is_reviewed(round_):
        raise wrong_state(
            "專家審查會尚未審查全部內容（沒有可能項目時亦同），請先登錄審查結果。",
            "The panel has not reviewed all of it yet, which a nil result needs as well; record its review first.",
        )


@operation
def report_round(by: Acting, round_id: int, note: str, seen: int | None = None) -> Act:
    """Hand the result to the Office; with nothing found, ``note`` must say how it was looked for."""
    round_ = lock_round(round_id, seen)
    check(by, round_)
    nil = not round_.candidates.exists()
    _refuse_bad(note, nil=nil)
    round_.state, round_.nil, round_.note = Round.State.REPORTED, nil, note.strip()
    round_.reported_at, round_.acknowledged_at = by.at, None
    save_round(round_)
    act = record(
        by,
        "inventory.round_reported",
        round_.subject,
        public={
            "agency": round_.agency.code,
            "year": round_.year,
            "ruling": as_recorded(report_ruling(round_, by.today)),
        },
        confidential={"nil": nil, "note": round_.note, "candidates": round_.candidates.count()},
    )
    notify(act, office_accounts(by.today), _told(round_), f"/inventory/rounds/{round_.pk}/")
    return act


def _refuse_bad(note: str, *, nil: bool) -> None:
    if nil and not note.strip():
        raise bad_input(
            "note",
            "盤點結果為無時，請說明如何盤點、查過哪些範圍。",
            "Nothing was found: say how and where it was looked for.",
        )
    if len(note) > LONGEST_NOTE:
        raise bad_input(
            "note", f"說明請在{LONGEST_NOTE}字以內。", f"Keep the note within {LONGEST_NOTE} characters."
        )


def _told(round_: Round) -> Sentence:
    year = said_year(round_.year)
    return Sentence(
        f"盤點結果已提報：{round_.agency.code}，{year.zh}",
        f"An inventory is reported: {round_.agency.code}, {year.en}",
    )
