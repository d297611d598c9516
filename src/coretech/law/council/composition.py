"""Art. 3.1: is the council properly composed?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Figures, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling, Warn
from coretech.law.terms import Category, Post
from coretech.law.wording import listed, members, named

QUESTION = Question(
    id="council.composition",
    title=Sentence("審議會的組成合於規定嗎？", "Is the council properly composed?"),
    articles=("3.1",),
    in_force=Sentence(
        "二十一至二十七人，召集人計入；五類人員供遴聘",
        "21 to 27, the convener among them; the five categories are a pool",
    ),
    readings={
        "convener-on-top": Sentence("人數不含召集人", "the convener is not counted in the number"),
        "each-category": Sentence("五類人員缺一不可", "each of the five categories must be there"),
    },
    because=Sentence(
        "「其中一人」把召集人放在人數之內；類別列舉沒有「至少」二字",
        "“one of them” puts the convener inside the number, and the list of categories asks for no minimum of each",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who sits on the council."""

    members_in_office: Annotated[
        int, Says("在職委員（含召集人）", "members in office, the convener included")
    ]
    convener_post: Annotated[Post | None, Says("召集人的職務", "the convener's post")]
    categories: Annotated[
        frozenset[Category] | None,
        Says("委員涵蓋的類別（1–5）", "the categories its members come from (1-5)"),
    ] = None

    def __post_init__(self) -> None:
        """Refuse a negative number of members."""
        no_negatives(self)


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes for a council of lawful size convened by the minister; a category without anybody warns."""
    law = parameters.at(as_of)
    missing = _missing(facts, law)
    outcome = Outcome.of(_fits(facts, facts.members_in_office, law))
    readings = [Reading("convener-on-top", Outcome.of(_fits(facts, facts.members_in_office - 1, law)))]
    if facts.categories is not None:
        readings.append(Reading("each-category", Outcome.of(outcome is Outcome.YES and not missing)))
    return QUESTION.answer(
        outcome,
        _reason(facts, law),
        as_of=as_of,
        values={
            "minimum": law.whole("council.members_min"),
            "maximum": law.whole("council.members_max"),
            "missing_categories": [int(category) for category in missing],
        },
        warnings=_warnings(missing),
        readings=tuple(readings),
    )


def _missing(facts: Facts, law: Figures) -> list[Category]:
    if facts.categories is None:
        return []
    return [Category(number) for number in sorted(law.numbers("council.categories") - facts.categories)]


def _fits(facts: Facts, counted: int, law: Figures) -> bool:
    low, high = law.whole("council.members_min"), law.whole("council.members_max")
    return facts.convener_post == law.word("council.convener_post") and low <= counted <= high


def _warnings(missing: list[Category]) -> tuple[Warn, ...]:
    if not missing:
        return ()
    names = listed(missing)
    text = Sentence(f"這些類別沒有委員：{names.zh}。", f"No member comes from: {names.en}.")
    return (Warn("category-missing", text),)


def _reason(facts: Facts, law: Figures) -> Sentence:
    low, high = law.whole("council.members_min"), law.whole("council.members_max")
    inside = low <= facts.members_in_office <= high
    zh = f"在職委員連召集人{facts.members_in_office}人，{'在' if inside else '不在'}{low}至{high}人之間"
    en = (
        f"{members(facts.members_in_office)} in office, the convener included, "
        f"{'within' if inside else 'outside'} {low} to {high}"
    )
    convener = _convener(facts, law)
    return Sentence(f"{zh}；{convener.zh}", f"{en}; {convener.en}")


def _convener(facts: Facts, law: Figures) -> Sentence:
    owed = named(Post(law.word("council.convener_post")))
    if facts.convener_post is None:
        return Sentence(f"沒有召集人（應由{owed.zh}兼任）", f"there is no convener ({owed.en} should be)")
    post = named(facts.convener_post)
    if facts.convener_post == law.word("council.convener_post"):
        return Sentence(f"召集人由{post.zh}兼任", f"{post.en} convenes it")
    return Sentence(
        f"召集人是{post.zh}，依第3條第1項應由{owed.zh}兼任",
        f"{post.en} convenes it, where article 3(1) wants {owed.en}",
    )
