"""What the commands of the crosswalk tell."""

from coretech.apps.lists.crosswalk import REGISTER
from coretech.apps.lists.mappings import Judged
from coretech.apps.lists.relations import JUDGED, WORDS
from coretech.kit.sentence import Sentence

PAIR_HEAD = ("LIST", "OTHER", "HOLD", "REJECTED", "UNSURE", "WAITING")
MAPPING_HEAD = ("NO", "LIST", "ITEM", "RELATION", "OTHER", "ITEM", "SCORE")


def ends(each: Judged) -> tuple[tuple[str, str, Sentence], tuple[str, str, Sentence]]:
    """Both ends: the list, the item's code, and what it is called."""
    row = each.mapping
    left = (row.left.version.code, row.left.code, row.left.name)
    if row.right is not None:
        return left, (row.right.version.code, row.right.code, row.right.name)
    return left, (REGISTER, "", each.far_name)


def mapping_data(each: Judged) -> dict[str, object]:
    """A mapping as JSON tells it."""
    (left, left_code, left_name), (right, right_code, right_name) = ends(each)
    return {
        "mapping": each.mapping.pk,
        "left": left,
        "left_item": left_code,
        "left_name": left_name.zh,
        "right": right,
        "right_item": right_code,
        "right_name": right_name.zh,
        "relation": each.relation,
        "judgement": each.state,
        "score": each.mapping.score,
        "why": each.mapping.why,
    }


def mapping_row(each: Judged) -> tuple[object, ...]:
    """A mapping as a line."""
    (left, _, left_name), (right, _, right_name) = ends(each)
    score = "-" if each.mapping.score is None else f"{each.mapping.score:.2f}"
    return (each.mapping.pk, left, left_name.zh, WORDS[each.relation].letter, right, right_name.zh, score)


def reasons(each: Judged, language: str) -> list[str]:
    """A mapping with what it was proposed for and what was judged."""
    (left, _, left_name), (right, _, right_name) = ends(each)
    word = WORDS[each.relation]
    terms = (f"{one} = {other} ({weight})" for one, other, weight in each.mapping.why.get("terms", ()))
    return [
        f"{left}: {left_name.say(language)}",
        f"{right}: {right_name.say(language)}",
        f"{word.letter} {word.word.say(language)}: {word.meaning.say(language)}",
        JUDGED[each.state].say(language),
        *(f"  {term}" for term in terms),
    ]
