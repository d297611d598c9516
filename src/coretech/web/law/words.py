"""The law's closed lists as a form offers them: every value in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from coretech.kit.sentence import Sentence
from coretech.law import kinship, terms
from coretech.law.describe import Fact
from coretech.law.meeting import ballot
from coretech.law.recusal.interest import Source
from coretech.law.wording import NAMES, named

YES, NO = "yes", "no"
ANSWERS = {YES: Sentence("是", "Yes"), NO: Sentence("否", "No")}
NOTHING = Sentence("無", "none")

_WORDS: tuple[tuple[Enum, Sentence], ...] = (
    *ballot.NAMES.items(),
    *kinship.WORDS.items(),
    (terms.Designator.BODY, Sentence("機關（構）", "the body")),
    (terms.Designator.MEMBER, Sentence("委員自行委託", "the member")),
    (terms.Signer.SELF, Sentence("本人", "the person bound by it")),
    (terms.Signer.OTHER, Sentence("他人代簽", "somebody else")),
    (terms.Matter.IDENTIFY, Sentence("認定", "to identify an item")),
    (terms.Matter.CHANGE, Sentence("變更", "to change an item")),
    (terms.Via.OFFICE, Sentence("關鍵技術辦公室", "the Office")),
    (terms.Via.COUNCIL, Sentence("逕送審議會", "the council itself")),
    (terms.Submitter.AGENCY, Sentence("機關（構）", "an agency")),
    (terms.Submitter.OFFICE, Sentence("關鍵技術辦公室", "the Office")),
    (terms.PanelConvener.HEAD, Sentence("首長", "the head of the body")),
    (
        terms.PanelConvener.STAFF_DELEGATE,
        Sentence("首長指派的機關人員", "one of its people, sent by the head"),
    ),
    (
        terms.PanelConvener.OUTSIDE_DELEGATE,
        Sentence("首長指派的外部人士", "somebody from outside, sent by the head"),
    ),
    (terms.Ground.NONE, Sentence("沒有上述事由", "neither of these")),
    (terms.Announcer.EXECUTIVE_YUAN, Sentence("行政院", "the Executive Yuan")),
    (terms.Announcer.NSTC, Sentence("國科會", "the NSTC")),
    (Source.PERSON, Sentence("個人", "a person")),
    (Source.EMPLOYER, Sentence("任職的公司", "an employer")),
    (Source.SHARES, Sentence("持股的公司", "a company one holds shares of")),
    (Source.REPRESENTED_BODY, Sentence("所代表的機關（構）", "the body one represents")),
)

# Keyed by kind as well: members of two word enumerations are equal where their words are.
_OFFERED = {(type(member), member.value): words for member, words in _WORDS}

_CLOSED_LISTS: tuple[type[Enum], ...] = (
    terms.Category,
    terms.Post,
    terms.TermRole,
    terms.Payment,
    terms.Voter,
    terms.Designator,
    terms.Signer,
    terms.Step,
    terms.Forum,
    terms.Matter,
    terms.Part,
    terms.Via,
    terms.Submitter,
    terms.Harm,
    terms.Limb,
    terms.PanelConvener,
    terms.PanelQuorum,
    terms.PanelMajority,
    terms.Group,
    terms.BodyKind,
    terms.Ground,
    terms.Announcer,
    Source,
)

Value = str | int


@dataclass(frozen=True, slots=True)
class OpenList:
    """A fact the law takes as any word: how a form asks for it, and the words it offers."""

    label: Sentence
    words: Mapping[Value, Sentence]


OPEN_LISTS: Mapping[str, OpenList] = {
    "role": OpenList(
        Sentence("身分", "in what role"),
        {
            "member": Sentence("審議會委員", "a council member"),
            "convener": Sentence("召集人", "the convener"),
            "panel_member": Sentence("專家審查會委員", "a panel member"),
            "stand_in": Sentence("機關指派的代表", "a stand-in sent by the body"),
            "observer": Sentence("列席者", "an observer"),
            "adviser": Sentence("諮詢委員", "an adviser"),
            "staff": Sentence("工作人員", "staff"),
        },
    ),
    "chair_post": OpenList(
        Sentence("由誰主持", "who presides"),
        {
            "convener": Sentence("召集人", "the convener"),
            "member": Sentence("其他委員", "another member"),
            "staff": Sentence("其他人", "somebody else"),
        },
    ),
}

STEPS: tuple[Value, ...] = tuple(step.value for step in terms.Step)
"""The one closed list whose values are given in order, as a path of kinship."""

_BY_VALUES = {tuple(member.value for member in kind): kind for kind in _CLOSED_LISTS}


def choices_of(allowed: tuple[Value, ...]) -> Mapping[Value, Sentence]:
    """The values of a fact's closed list, each in words.

    Raises:
        KeyError: for a list the law has gained since; the tests ask for every one there is.
    """
    return {member.value: _words(member) for member in _BY_VALUES[allowed]}


def open_list(fact: Fact) -> OpenList | None:
    """The words offered for a fact that takes any word; None where it takes something else."""
    return None if fact.allowed else OPEN_LISTS.get(fact.name)


def label_of(fact: Fact) -> Sentence:
    """What a fact means, as its field is labelled."""
    offered = open_list(fact)
    return fact.says if offered is None else offered.label


def _words(member: Enum) -> Sentence:
    return named(member) if (type(member), member.value) in NAMES else _OFFERED[type(member), member.value]
