"""Published answers that a description is like, or that are about an item it is like."""

import datetime as dt
from collections.abc import Collection

from coretech.apps.scope.digests import Digest, digests
from coretech.apps.scope.hints import Candidate, likely
from coretech.kit.sentence import Sentence

MOST = 5


def precedents(text: str, numbers: Collection[int], day: dt.date) -> list[Digest]:
    """The answers most like a text, then others about the items of these numbers; those that hold come first."""
    published = {each.number: each for each in digests(day)}
    near = likely(text, [_candidate(each) for each in published.values()], MOST)
    alike = [published[each.candidate.key] for each in near]
    about = [each for each in published.values() if each.item in numbers and each not in alike]
    return sorted([*alike, *about], key=lambda each: not each.valid)[:MOST]


def _candidate(digest: Digest) -> Candidate:
    words = Sentence(digest.technology.zh, digest.technology.en)
    told = (words.zh, words.en, digest.reasons.zh, digest.reasons.en)
    return Candidate(digest.number, words, "\n".join(told))
