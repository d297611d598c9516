"""A refusal: what is not done, why, and what to do, in both languages."""

from collections.abc import Sequence
from typing import Any, Protocol

from coretech.kit.sentence import Sentence


class Because(Protocol):
    """The ground a refusal may name: a ruling, with its sentence and the articles that decide."""

    @property
    def reason(self) -> Sentence:
        """One sentence with the figures in it."""
        ...

    @property
    def cited(self) -> str:
        """The articles for a caption."""
        ...

    def as_dict(self) -> dict[str, Any]:
        """The ground as data, for the API."""
        ...


class Refused(Exception):  # noqa: N818 - a refusal is an ordinary answer of the regime, not an error of the program
    """Raised by an operation that writes nothing; every surface turns it into its own kind of answer.

    ``status`` is the HTTP status the refusal amounts to: 403 may not, 404 not there (or not for this reader),
    409 not in this state, 422 bad input.
    """

    def __init__(
        self,
        sentence: Sentence,
        *,
        status: int = 409,
        ruling: Because | None = None,
        field: str | None = None,
    ) -> None:
        """Keep the sentence, the HTTP status, the ruling behind it and the field it is about."""
        super().__init__(str(sentence))
        self.sentence = sentence
        self.status = status
        self.ruling = ruling
        self.field = field


def bad_input(field: str, zh: str, en: str) -> Refused:
    """A refusal of one input field (HTTP 422)."""
    return Refused(Sentence(zh, en), status=422, field=field)


def wrong_state(zh: str, en: str) -> Refused:
    """A refusal because the matter is not where the step needs it (HTTP 409)."""
    return Refused(Sentence(zh, en), status=409)


def elsewhere(matter: Sentence, step: Sentence, now: Sentence, needed: Sequence[Sentence]) -> Refused:
    """The same of a step by its name; ``matter`` is what it is about, as a sentence begins."""
    return wrong_state(
        f"{matter.zh}目前為「{now.zh}」；「{step.zh}」須在「{'」或「'.join(each.zh for each in needed)}」時辦理。",
        f"{matter.en} stands at “{now.en}”; “{step.en}” is taken from "
        f"“{'” or “'.join(each.en for each in needed)}”.",
    )


def not_found(zh: str, en: str) -> Refused:
    """A refusal because there is no such thing, or none that this reader may know of (HTTP 404)."""
    return Refused(Sentence(zh, en), status=404)
