"""Proposing what an entry of a plan serves, with the items whose names are alike to start from."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.links.models import Link
from coretech.apps.links.operations import propose_link
from coretech.apps.links.operations.propose_link import LONGEST_WHY, Served
from coretech.apps.links.served import RELATIONS
from coretech.apps.links.suggesting import Suggestion, suggestions_for
from coretech.apps.plans.queries import element_of, version_of
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force
from coretech.apps.supplies.models import Commodity
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.words import both, say, tr


class LinkForm(forms.Form):
    """What is served, and how."""

    item = forms.TypedChoiceField(
        label=both("清單上的技術", "A technology of the list"), coerce=int, empty_value=None, required=False
    )
    commodity = forms.ChoiceField(label=both("或：物資", "Or a commodity"), required=False)
    relation = forms.ChoiceField(
        label=both("關係", "How it serves"),
        choices=lambda: [(each.value, say(words)) for each, words in RELATIONS.items()],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=both("理由", "Why"),
        help_text=both("成立後會公開。", "It is public once the link is accepted."),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, data: QueryDict | None, initial: dict[str, object], items: list[tuple[int, str]]
    ) -> None:
        """Offer the list of today, and the commodities."""
        super().__init__(data, initial=initial)
        none = ("", tr("（不選）", "(none)"))
        commodities = [(each.slug, say(each.name)) for each in Commodity.objects.all()]
        for name, choices in (("item", [none, *items]), ("commodity", [none, *commodities])):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def served(self) -> Served:
        """What is served; for a valid form."""
        return Served(**self.cleaned_data)


@require_http_methods(["GET", "HEAD", "POST"])
def link_new(request: HttpRequest, plan_slug: str, element_key: str) -> HttpResponse:
    """One form; ``?item=`` starts from one of the suggestions."""
    by = acting(request)
    propose_link.check(by)
    version = version_of(plan_slug)
    element = element_of(version, element_key)
    items = [(each.item.number, _named(each)) for each in in_force(by.today)]
    suggestions = suggestions_for(version.plan, element, by.today)
    asked = request.GET.get("item", "")
    chosen = next((each for each in suggestions if str(each.item.item.number) == asked), None)
    form = LinkForm(sent(request), _initial(chosen), items)
    if form.is_bound:
        act = attempt(form, lambda: propose_link.propose_link(by, plan_slug, element_key, form.served()))
        if act is not None:
            told = Sentence("連結已提出，待判斷。", "The link is proposed and waits for a judgement.")
            return done(request, told, "link", row_of(act))
    context = {
        "form": form,
        "version": version,
        "element": element,
        "suggestions": [
            (each.item.item.number, _named(each.item), "、".join(each.shared)) for each in suggestions
        ],
    }
    return draw(request, "links/new.jinja", context, form)


def _named(version: ItemVersion) -> str:
    number = version.item.number
    return tr(f"第{number}項 {version.name_zh}", f"Item {number} {version.name_en}")


def _initial(chosen: Suggestion | None) -> dict[str, object]:
    if chosen is None:
        return {"relation": Link.Relation.BUILDS.value}
    shared = "、".join(chosen.shared)
    return {
        "relation": Link.Relation.BUILDS.value,
        "item": chosen.item.item.number,
        "why": tr(f"名稱都有「{shared}」。", f"Both names hold “{shared}”."),
    }
