"""Adding a mapping by hand between an item of one list and one of another."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.models import Act
from coretech.apps.lists.operations import add_mapping
from coretech.apps.lists.operations.add_mapping import Place
from coretech.apps.lists.relations import WORDS
from coretech.apps.lists.sides import Side
from coretech.apps.register.elsewhere import side_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.words import both, say, tr


class MappingForm(forms.Form):
    """An item of each list, how they stand, and why."""

    left = forms.ChoiceField(label=both("項目", "Item"))
    right = forms.ChoiceField(label=both("對應的項目", "Mapped to"))
    relation = forms.ChoiceField(
        label=both("關係（由第一項看第二項）", "The relation, as seen from the first"),
        choices=lambda: [
            (value, f"{word.letter} {say(word.word)}{tr('：', ': ')}{say(word.meaning)}")
            for value, word in WORDS.items()
        ],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=both("理由", "Why"),
        help_text=both("會公開，請勿寫入個人資料。", "It is public; name nobody."),
        max_length=add_mapping.LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: object, sides: tuple[Side, Side], initial: dict[str, str]) -> None:
        """Offer the items of both lists."""
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # a QueryDict or None, as `sent` gives it
        for name, side in zip(("left", "right"), sides, strict=True):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.label = say(side.title)
                field.choices = [
                    ("", tr("請選擇", "Choose")),
                    *((each.code, f"{each.code} {say(each.name)}") for each in side.entries),
                ]


@require_http_methods(["GET", "HEAD", "POST"])
def mapping_new(request: HttpRequest, left_code: str, right_code: str) -> HttpResponse:
    """One form; ``?left=`` and ``?right=`` start from an item. For those who judge."""
    by = acting(request)
    add_mapping.check(by)
    left, right = (side_of(code, by.today) for code in (left_code, right_code))
    initial = {name: request.GET.get(name, "") for name in ("left", "right")}
    form = MappingForm(sent(request), (left, right), initial)
    if form.is_bound:
        act = attempt(form, lambda: _added(form, left, right, request))
        if act is not None:
            told = Sentence("對應已加入，待判斷。", "The mapping is added and waits for a judgement.")
            return done(request, told, "mapping", row_of(act))
    context = {"form": form, "left": left, "right": right, "pair": [left_code, right_code]}
    return draw(request, "crosswalk/new.jinja", context, form)


def _added(form: MappingForm, left: Side, right: Side, request: HttpRequest) -> Act:
    given = form.cleaned_data
    ends = (Place(left, given["left"]), Place(right, given["right"]))
    return add_mapping.add_mapping(acting(request), *ends, given["relation"], given["why"])
