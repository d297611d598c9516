"""The licensing policy for a destination: a layer of its own beside the answer of a control."""

import datetime as dt
from dataclasses import dataclass

from coretech.engines.controls.deciding import decide
from coretech.engines.controls.known import Known
from coretech.engines.controls.regimes import Item, Policy, PolicyOutcome, Regime
from coretech.engines.controls.truth import Answer
from coretech.engines.controls.wording import held, lacking
from coretech.kit.sentence import Sentence

_SAID = {
    PolicyOutcome.EXCEPTION: Sentence("得適用許可例外", "a licence exception may apply"),
    PolicyOutcome.CASE_BY_CASE: Sentence("逐案審查", "reviewed case by case"),
    PolicyOutcome.PRESUMPTION_OF_DENIAL: Sentence("推定否准", "presumption of denial"),
}


@dataclass(frozen=True, slots=True)
class Licensing:
    """What the policy says; ``outcome`` is None where the facts do not settle it, and ``reason`` says so."""

    outcome: PolicyOutcome | None
    citation: str
    reason: Sentence

    def as_json(self) -> dict[str, object]:
        """As the contract has it."""
        return {
            "outcome": None if self.outcome is None else self.outcome.value,
            "citation": self.citation,
            "reason": self.reason.as_dict(),
        }


def licensing(regime: Regime, item: Item, known: Known, day: dt.date) -> Licensing | None:
    """The policy for the facts' destination; None where none is told or no policy speaks of it."""
    destination = known.facts.destination
    if destination is None:
        return None
    for policy in regime.policies:
        if policy.speaks_of(item, destination, day):
            return _outcome(policy, destination, known)
    return None


def _outcome(policy: Policy, destination: str, known: Known) -> Licensing:
    missing: tuple[str, ...] = ()
    for rule in policy.rules:
        decided = decide(rule.when, known)
        if decided.answer is Answer.YES:
            said, seen = _SAID[rule.outcome], held(decided.atoms, known)
            reason = Sentence(
                f"輸往{destination}：{said.zh}（{seen.zh}）。", f"To {destination}: {said.en} ({seen.en})."
            )
            return Licensing(rule.outcome, policy.citation, reason)
        missing = missing or decided.missing
    wanted = lacking(missing)
    reason = Sentence(
        f"輸往{destination}的許可政策尚不能判斷；缺少{wanted.zh}。",
        f"The licensing policy for {destination} cannot be told yet; missing: {wanted.en}.",
    )
    return Licensing(None, policy.citation, reason)
