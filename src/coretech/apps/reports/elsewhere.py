"""Why a step cannot be taken now: where the matter stands, and where it would have to stand."""

from collections.abc import Sequence

from coretech.kit.refusal import Refused, wrong_state
from coretech.kit.sentence import Sentence


def elsewhere(matter: Sentence, step: Sentence, now: Sentence, needed: Sequence[Sentence]) -> Refused:
    """The refusal (HTTP 409) of a step; ``matter`` is what it is about, as a sentence begins."""
    return wrong_state(
        f"{matter.zh}目前為「{now.zh}」；「{step.zh}」須在「{'」或「'.join(each.zh for each in needed)}」時辦理。",
        f"{matter.en} stands at “{now.en}”; “{step.en}” is taken from "
        f"“{'” or “'.join(each.en for each in needed)}”.",
    )
