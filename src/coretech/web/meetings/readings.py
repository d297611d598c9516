"""What each reading of the majority rule makes of a counted vote."""

from dataclasses import dataclass

from coretech.apps.meetings.deciding import outcome_of
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.recorded import IN_FORCE, outcomes_of, recorded_ruling
from coretech.kit.sentence import Sentence
from coretech.law.catalogue import ENTRIES
from coretech.law.meeting import casting_vote
from coretech.law.ruling import Ruling
from coretech.web.meetings.words import OUTCOMES
from coretech.web.shell.parts import Tag


@dataclass(frozen=True, slots=True)
class CountReading:
    """One reading: its name, what it says, what becomes of the item, and whether it is the one that was applied."""

    id: str
    words: Sentence
    outcome: Tag
    applied: bool

    @property
    def offered(self) -> Sentence:
        """How it is offered to the chair; the one in force is marked as the default, and not chosen beforehand."""
        zh, en = f"{self.words.zh}：{self.outcome.words.zh}", f"{self.words.en}: {self.outcome.words.en}"
        return (
            Sentence(f"{zh}（預設解讀）", f"{en} (the default)") if self.id == IN_FORCE else Sentence(zh, en)
        )


def readings_of_count(item: Item) -> list[CountReading]:
    """Every reading of the ruling kept with the item, the one in force first; none before the vote has closed."""
    if item.resolution is None:
        return []
    ruling = recorded_ruling(item.resolution)
    question = ENTRIES[ruling.question].question
    words = {IN_FORCE: question.in_force, **question.readings}
    return [
        CountReading(name, words[name], OUTCOMES[outcome_of(outcome)], applied=item.reading == name)
        for name, outcome in outcomes_of(ruling).items()
    ]


def tie_ruling(item: Item) -> Ruling | None:
    """What the law says of a tie: there is no casting vote; None where there is no tie."""
    if item.tally is None or item.tally["for"] != item.tally["against"] or item.tally["for"] == 0:
        return None
    facts = casting_vote.Facts(for_=item.tally["for"], against=item.tally["against"], convener_for=True)
    return casting_vote.rule(facts, item.meeting.day)
