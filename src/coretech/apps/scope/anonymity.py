"""Whether a digest gives the asker away: names in it, and words it shares with what was sealed."""

import unicodedata
from collections.abc import Iterable, Iterator

from coretech.apps.cases.redaction import Finding, find_personal_data
from coretech.apps.scope.keeping import text_of
from coretech.apps.scope.models import Question
from coretech.kit.folding import VARIANTS

SHORTEST = 8
"""From how many characters in a row words count as shared; spaces and punctuation do not count, nor does case."""


def names_in(question: Question, texts: Iterable[str]) -> list[Finding]:
    """Names, addresses and numbers of people in the texts, the asker's own among them."""
    whole = "\n".join(texts)
    found = find_personal_data(whole, question.sender, question.contact)
    return list(dict.fromkeys([*found, *find_personal_data(whole, question.organisation)]))


def shared_with_secrets(question: Question, texts: Iterable[str], public: Iterable[str]) -> list[str]:
    """The passages of the texts that stand in the asker's sealed words too, and not in ``public`` ones."""
    secrets = [text_of(row) for row in question.sealed_texts.select_related("question")]
    found = (passage for text in texts for passage in shared(text, secrets, public))
    return list(dict.fromkeys(found))


def shared(text: str, secrets: Iterable[str], public: Iterable[str] = ()) -> list[str]:
    """The longest passages of a text whose every `SHORTEST` characters in a row stand in a secret, in their order.

    What stands in a ``public`` text is no secret. A secret shorter than that shares nothing.
    """
    known = _grams(secrets) - _grams(public)
    letters = list(_letters(text))
    plain = "".join(letter for letter, _ in letters)
    runs: list[list[int]] = []
    for start in range(len(plain) - SHORTEST + 1):
        if plain[start : start + SHORTEST] not in known:
            continue
        if runs and start <= runs[-1][1]:
            runs[-1][1] = start + SHORTEST
        else:
            runs.append([start, start + SHORTEST])
    return [text[letters[first][1] : letters[after - 1][1] + 1] for first, after in runs]


def _grams(texts: Iterable[str]) -> set[str]:
    plain = ("".join(letter for letter, _ in _letters(text)) for text in texts)
    return {each[start : start + SHORTEST] for each in plain for start in range(len(each) - SHORTEST + 1)}


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """Letters and digits without differences of width, case and variant, each with where it stands."""
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character).translate(VARIANTS).casefold():
            if letter.isalnum():
                yield letter, place
