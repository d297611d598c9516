"""A question the law answers: its words, its articles, the reading in force and the other tenable ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from coretech.kit.sentence import Sentence
from coretech.law.ruling import Article, Outcome, Reading, Ruling, Warn

SAID = {
    Outcome.YES: Sentence("是", "yes"),
    Outcome.NO: Sentence("否", "no"),
    Outcome.NOT_APPLICABLE: Sentence("不適用", "not applicable"),
}

Values = Mapping[str, object]
NOTHING: Values = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how the words of the regulation may be read.

    Attributes:
        id: the name it is asked by, such as ``meeting.quorum``.
        title: the question as a person would put it.
        articles: the paragraphs that decide it.
        in_force: the default reading.
        readings: every other tenable reading, in a few words.
        because: why the default is the default; every question with readings gives it.
    """

    id: str
    title: Sentence
    articles: tuple[str, ...]
    in_force: Sentence
    readings: Mapping[str, Sentence] = field(default_factory=lambda: MappingProxyType({}))
    because: Sentence | None = None

    def __post_init__(self) -> None:
        """Refuse a choice between readings without its reason."""
        if self.readings and self.because is None:
            message = f"{self.id} has readings but does not say why its default is chosen"
            raise ValueError(message)

    def answer(  # noqa: PLR0913 - a ruling has this many parts, and each is named at the call
        self,
        outcome: Outcome,
        reason: Sentence,
        *,
        as_of: date,
        values: Values = NOTHING,
        warnings: tuple[Warn, ...] = (),
        readings: tuple[Reading, ...] = (),
        articles: tuple[Article, ...] = (),
    ) -> Ruling:
        """The ruling; disputed where another reading gives another outcome or other values.

        Args:
            outcome: what the reading in force gives.
            reason: why, without its full stop; readings that differ are added to it.
            as_of: the day whose law was applied.
            values: what was computed.
            warnings: things to mend that do not block.
            readings: what the other readings give on the same facts.
            articles: the paragraphs that decide, where not simply all of the question's.
        """
        return Ruling(
            question=self.id,
            outcome=outcome,
            articles=articles or tuple(Article(number) for number in self.articles),
            reason=self._complete(reason, outcome, readings),
            values=MappingProxyType(dict(values)),
            warnings=warnings,
            readings=readings,
            disputed=any(_differs(reading, outcome, values) for reading in readings),
            as_of=as_of,
        )

    def _complete(self, reason: Sentence, outcome: Outcome, readings: tuple[Reading, ...]) -> Sentence:
        zh, en = reason.zh, reason.en[0].upper() + reason.en[1:]
        for other in Outcome:
            named = [each for each in readings if each.outcome is other is not outcome]
            if named:
                zh += (
                    f"；若採{''.join(self._quoted(each).zh for each in named)}之說，則為「{SAID[other].zh}」"
                )
                en += f"; were it read that {', or that '.join(self._quoted(each).en for each in named)}, "
                en += f"the answer would be {SAID[other].en}"
        return Sentence(f"{zh}。", f"{en}.")

    def _quoted(self, reading: Reading) -> Sentence:
        words, figures = self.readings[reading.id], reading.figures
        if figures is None:
            return Sentence(f"「{words.zh}」", words.en)
        return Sentence(f"「{words.zh}」（{figures.zh}）", f"{words.en} ({figures.en})")


def _differs(reading: Reading, outcome: Outcome, values: Values) -> bool:
    return reading.outcome is not outcome or any(
        value != values.get(name) for name, value in reading.values.items()
    )
