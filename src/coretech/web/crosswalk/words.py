"""Words and cells that the pages of the crosswalk share."""

import re
from collections.abc import Iterable

from django.urls import reverse
from markupsafe import Markup, escape

from coretech.apps.lists.mappings import Judged
from coretech.apps.lists.models import ListVersion
from coretech.apps.lists.queries import Standing
from coretech.apps.lists.relations import JUDGED, WORDS, Judgement
from coretech.apps.lists.sides import Entry
from coretech.apps.lists.words import COLOURS, EFFECTS, STATUSES
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr

TAGS = {
    "": Tag(JUDGED[""], "yellow"),
    Judgement.ACCEPTED.value: Tag(JUDGED[Judgement.ACCEPTED.value], "green"),
    Judgement.OTHER.value: Tag(JUDGED[Judgement.OTHER.value], "green"),
    Judgement.REJECTED.value: Tag(JUDGED[Judgement.REJECTED.value], "red"),
    Judgement.UNSURE.value: Tag(JUDGED[Judgement.UNSURE.value], "grey"),
}
_SHORT = {
    "": Sentence("待判斷", "to be judged"),
    Judgement.REJECTED.value: Sentence("不成立", "rejected"),
    Judgement.UNSURE.value: Sentence("不確定", "unsure"),
}


def effects_of(version: ListVersion) -> str:
    """What standing on a list brings."""
    words = (say(EFFECTS[each]) if each in EFFECTS else str(each) for each in version.effects)
    return tr("、", ", ").join(words) or "–"


def standing_tag(standing: Standing) -> Markup:
    """Where a version stands, with since when."""
    return Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong> {}').format(
        COLOURS[standing.status],
        say(STATUSES[standing.status]),
        tr(f"自{standing.since}", f"since {standing.since}"),
    )


def state_tag(each: Judged) -> Markup:
    """What was judged last."""
    tag = TAGS[each.state]
    return Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>').format(tag.colour, say(tag.words))


def relation_words(relation: str) -> str:
    """A relation by its letter and its word."""
    word = WORDS[relation]
    return f"{word.letter} {say(word.word)}"


def cell_of(each: Judged) -> Markup:
    """A cell of the matrix: the letter and the word of the relation, what is not settled in words, all one link."""
    rest = (
        ""
        if each.holds
        else f"（{say(_SHORT[each.state])}）"
        if tr("zh", "en") == "zh"
        else f" ({say(_SHORT[each.state])})"
    )
    return Markup('<a class="govuk-link ct-cross__cell" href="{}"><b>{}</b> {}{}</a>').format(
        reverse("mapping", args=[each.mapping.pk]),
        WORDS[each.relation].letter,
        say(WORDS[each.relation].word),
        rest,
    )


def entry_link(entry: Entry) -> Markup:
    """An entry by its code and its name, leading to its page."""
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        localized(entry.address), f"{entry.code} {say(entry.name)}"
    )


def localized(address: str) -> str:
    """An address of ours in the language of the page."""
    return tr(address, f"/en{address}")


def marked(text: str, terms: Iterable[str]) -> Markup:
    """A name with the terms in it that carried a proposal marked; where two overlap, the longer."""
    wanted = sorted({re.escape(each) for each in terms if each}, key=len, reverse=True)
    if not wanted:
        return escape(text)
    parts = re.split(f"({'|'.join(wanted)})", text, flags=re.IGNORECASE)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )
