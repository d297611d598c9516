"""Acknowledging, as the Office, that a round's report came in (art. 4(1))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.notices import officer_accounts
from coretech.apps.inventory.yearly.rounds import lock_round, save_round
from coretech.kit.refusal import wrong_state
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


def check(by: Acting, round_: Round) -> None:
    """Whether the report waits for the Office's word: what comes through the Office, the Office checks."""
    allow(by, Action.CHECK)
    if round_.state != Round.State.REPORTED:
        raise wrong_state("機關尚未提報盤點結果。", "The agency has not reported the round yet.")
    if round_.acknowledged_at is not None:
        raise wrong_state("這份提報已經確認收悉。", "The report is acknowledged already.")


@operation
def acknowledge_round(by: Acting, round_id: int, seen: int | None = None) -> Act:
    """Say that the report came in, and tell the agency."""
    round_ = lock_round(round_id, seen)
    check(by, round_)
    round_.acknowledged_at = by.at
    save_round(round_)
    act = record(
        by,
        "inventory.round_acknowledged",
        round_.subject,
        public={"agency": round_.agency.code, "year": round_.year},
    )
    year = said_year(round_.year)
    told = Sentence(f"辦公室已收悉{year.zh}盤點結果", f"The Office has received the inventory of {year.en}")
    notify(act, officer_accounts(round_.agency, by.today), told, f"/inventory/rounds/{round_.pk}/")
    return act
