"""Must the panel see the case again? What was rewritten since it met, and how article 8(1) may be read."""

from dataclasses import dataclass

from coretech.apps.audit.queries import acts_of
from coretech.apps.cases.facts import newest_parts, office_submits
from coretech.apps.cases.models import Case, PanelReview
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.terms import Part
from coretech.law.wording import named

_OPTIONAL = frozenset({Part.OTHER_REFERENCES.value})
_PROPOSAL = Sentence("涉及項目", "the technologies affected")


@dataclass(frozen=True, slots=True)
class PanelAgain:
    """The answer, with both readings: ``required`` is the one in force, ``once_suffices`` what the other would say.

    ``rewritten`` names what changed since the panel met; ``conditions`` says whether the panel itself asked for
    changes, so that answering them sends nobody back to it.
    """

    rewritten: tuple[Sentence, ...]
    conditions: bool

    articles = ("8.1",)

    @property
    def required(self) -> bool:
        """In force: what the panel reviews is what is submitted, but for what its own conditions asked."""
        return bool(self.rewritten) and not self.conditions

    @property
    def once_suffices(self) -> bool:
        """The other reading: a case reviewed once has been reviewed, whatever is completed for the Office later."""
        return True

    @property
    def sentence(self) -> Sentence:
        """The answer in words, the other reading with it where the two differ."""
        if not self.rewritten:
            return Sentence(
                "專家審查會審查後，必備資料未改寫。",
                "Nothing compulsory has been rewritten since the panel met.",
            )
        zh = "、".join(f"「{each.zh}」" for each in self.rewritten)
        en = ", ".join(each.en for each in self.rewritten)
        if self.conditions:
            return Sentence(
                f"專家審查會審查後已改寫{zh}；審查意見附有條件，依條件改寫，無須再審。",
                f"Rewritten since the panel met: {en}. Its opinion set conditions; answering them needs no new review.",
            )
        return Sentence(
            f"專家審查會審查後已改寫{zh}，須再經專家審查會（第8條第1項）；若採「審查一次即足」之說，則無須再審。",
            f"Rewritten since the panel met: {en}. The panel sees it again (art. 8(1)); were one review "
            "enough, it would not.",
        )


def panel_again(case: Case) -> PanelAgain:
    """What was rewritten since the panel's last favourable review; nothing where there was none, or for the Office."""
    review = case.reviews.order_by("-pk").first()
    if review is None or not review.favourable or office_submits(case):
        return PanelAgain((), conditions=False)
    return PanelAgain(_rewritten(case, review), conditions=bool(review.conditions.strip()))


def require_no_panel_again(case: Case) -> None:
    """Refuse (HTTP 409) a case that must go back to its panel first."""
    again = panel_again(case)
    if again.required:
        raise Refused(again.sentence, status=409)


def _rewritten(case: Case, review: PanelReview) -> tuple[Sentence, ...]:
    """The parts of a version the panel did not see; a review kept without its versions is taken as it is."""
    parts = [
        _of(name)
        for name, part in newest_parts(case).items()
        if review.parts and name not in _OPTIONAL and part.version != review.parts.get(name)
    ]
    return (*parts, *([_PROPOSAL] if _renamed_since(case) else []))


def _renamed_since(case: Case) -> bool:
    """Whether the technologies were named after the panel's last review, by the order of the log."""
    kinds = ("case.reviewed_by_panel", "case.affected_named")
    last = acts_of(case.subject).filter(kind__in=kinds).last()
    return last is not None and last.kind == "case.affected_named"


def _of(name: str) -> Sentence:
    return named(Part(name))
