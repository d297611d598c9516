"""The relations a member may name with the steps of kinship each stands for, and the classes of grounds in words."""

from dataclasses import dataclass

from coretech.apps.meetings.models import Declaration
from coretech.kit.sentence import Sentence
from coretech.law.kinship import WORDS
from coretech.law.terms import Step

OTHER = "other"
LONGEST_PATH = 5


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation in words, the steps from the member to the relative, and whether they live together by definition."""

    words: Sentence
    path: tuple[Step, ...]
    household: bool = False


_UP, _DOWN, _SPOUSE = Step.PARENT, Step.CHILD, Step.SPOUSE

RELATIONS: dict[str, Relation] = {
    "self": Relation(Sentence("本人", "Myself"), ()),
    "spouse": Relation(Sentence("配偶", "My spouse"), (_SPOUSE,)),
    "parent": Relation(Sentence("父母", "My parent"), (_UP,)),
    "child": Relation(Sentence("子女", "My child"), (_DOWN,)),
    "sibling": Relation(Sentence("兄弟姊妹", "My brother or sister"), (_UP, _DOWN)),
    "grandparent": Relation(Sentence("（外）祖父母", "My grandparent"), (_UP, _UP)),
    "grandchild": Relation(Sentence("（外）孫子女", "My grandchild"), (_DOWN, _DOWN)),
    "spouse_parent": Relation(Sentence("配偶的父母", "My spouse's parent"), (_SPOUSE, _UP)),
    "spouse_sibling": Relation(
        Sentence("配偶的兄弟姊妹", "My spouse's brother or sister"), (_SPOUSE, _UP, _DOWN)
    ),
    "child_spouse": Relation(Sentence("子女的配偶", "My child's spouse"), (_DOWN, _SPOUSE)),
    "sibling_spouse": Relation(
        Sentence("兄弟姊妹的配偶", "My brother's or sister's spouse"), (_UP, _DOWN, _SPOUSE)
    ),
    "uncle_aunt": Relation(Sentence("伯叔姑舅姨", "My uncle or aunt"), (_UP, _UP, _DOWN)),
    "nephew_niece": Relation(
        Sentence("姪子女、甥子女", "My brother's or sister's child"), (_UP, _DOWN, _DOWN)
    ),
    "cousin": Relation(Sentence("堂、表兄弟姊妹", "My cousin"), (_UP, _UP, _DOWN, _DOWN)),
    "household": Relation(
        Sentence(
            "同住一家但不是親屬的人，例如同居伴侶",
            "Somebody of my household who is no relative, such as a partner",
        ),
        (Step.PARTNER,),
        household=True,
    ),
    OTHER: Relation(Sentence("其他親屬（逐步說明）", "Another relative, step by step"), ()),
}

GROUNDS = {
    Declaration.Ground.SELF: Sentence("本人", "Oneself"),
    Declaration.Ground.SPOUSE: Sentence("配偶", "Spouse"),
    Declaration.Ground.RELATIVE: Sentence("二親等以內親屬", "Relative within the second degree"),
    Declaration.Ground.HOUSEHOLD: Sentence("共同生活家屬", "Household"),
    Declaration.Ground.UNASKED: Sentence("自請迴避", "Stepped aside unasked"),
}
"""The classes that the record shows: never the relation itself."""

STEPS: dict[str, Sentence] = {step.value: WORDS[step] for step in (_UP, _DOWN, _SPOUSE, Step.FORMER_SPOUSE)}


def relation_of(path: list[str]) -> Sentence:
    """A path that was declared, in the words of the list where it is there, else step by step."""
    for name, relation in RELATIONS.items():
        if name != OTHER and [step.value for step in relation.path] == path:
            return relation.words
    steps = [WORDS[Step(step)] for step in path]
    return Sentence("的".join(step.zh for step in steps), "’s ".join(step.en for step in steps))
