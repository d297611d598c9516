"""Cells that show links."""

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.links.models import Link, LinkJudgement
from coretech.apps.links.queries import Shown
from coretech.apps.links.served import RELATIONS
from coretech.kit.sentence import Sentence
from coretech.web.plans.words import chinese
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say

JUDGEMENTS = {
    "": Tag(Sentence("待判斷", "To be judged"), "yellow"),
    LinkJudgement.Judgement.ACCEPTED.value: Tag(Sentence("成立", "Accepted"), "green"),
    LinkJudgement.Judgement.REJECTED.value: Tag(Sentence("不成立", "Rejected"), "red"),
    LinkJudgement.Judgement.UNSURE.value: Tag(Sentence("不確定", "Unsure"), "grey"),
}


def served_of(shown: Shown) -> Markup:
    """What a link leads to: the item of the list, the technology by its working name, or the commodity."""
    if shown.item is not None:
        number = shown.item.item.number
        name = Sentence(f"第{number}項 {shown.item.name_zh}", f"Item {number} {shown.item.name_en}")
        return Markup('<a class="govuk-link" href="{}">{}</a>').format(
            reverse("register_item", args=[number]), say(name)
        )
    if shown.link.commodity is not None:
        return Markup("{}").format(say(shown.link.commodity.name))
    technology = shown.link.technology
    return Markup("{}").format("–" if technology is None else say(technology.label))


def relation_of(link: Link) -> str:
    """How it serves."""
    return say(RELATIONS[Link.Relation(link.relation)])


def from_of(shown: Shown) -> Markup:
    """The element a link starts from, leading to its page."""
    element = shown.element
    title = shown.link.element_key if element is None else f"{element.code} {element.title}".strip()
    address = reverse("plan_element", args=[shown.link.plan.slug, shown.link.element_key])
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, chinese(title))


def judgement_tag(shown: Shown) -> Markup:
    """What was judged last."""
    tag = JUDGEMENTS[shown.judgement]
    return Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>').format(tag.colour, say(tag.words))
