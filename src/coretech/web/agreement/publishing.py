"""A new version of the agreement, and who has signed what: pages of the Office."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.bodies.models import AgreementText
from coretech.apps.bodies.operations import publish_agreement_text as operation
from coretech.apps.bodies.operations.sign_agreement import current_text
from coretech.apps.bodies.signatures import Signed, signature_list
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import both

_PUBLISHED = Sentence("新版保密協議已發布。", "The new version of the agreement is in force.")
COLUMNS = (
    Column(Sentence("姓名", "Name")),
    Column(Sentence("狀態", "State")),
    Column(Sentence("版次", "Version")),
    Column(Sentence("簽署時間", "Signed")),
)
STANDINGS = {
    Signed.HOLDS: Tag(Sentence("有效", "Holds"), "green"),
    Signed.SUPERSEDED: Tag(Sentence("須重新簽署", "To sign again"), "orange"),
    Signed.WITHDRAWN: Tag(Sentence("已撤回", "Withdrawn"), "red"),
    Signed.NEVER: Tag(Sentence("未簽署", "Not signed"), "grey"),
}


class TextForm(forms.Form):
    """The new text, why it changes, and whether older signatures still hold."""

    zh = forms.CharField(
        label=both("中文全文", "Text in Chinese"),
        max_length=operation.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    en = forms.CharField(
        label=both("英文全文", "Text in English"),
        max_length=operation.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    why = forms.CharField(label=both("修正理由", "Why it changes"), max_length=operation.LONGEST_WHY)
    supersedes_on = DayField(
        label=both("自何日起須重新簽署（選填）", "Everybody signs again from (optional)"),
        help_text=both(
            "留白時，舊版的簽署仍然有效。填寫時，自該日起舊版簽署不再足夠，並通知已簽署的人。",
            "Left blank, older signatures still hold. From a day given here they do not, and all signers are told.",
        ),
        required=False,
    )

    def __init__(self, data: QueryDict | None, text: AgreementText) -> None:
        """Start from the text in force."""
        super().__init__(data, initial={"zh": text.zh, "en": text.en})


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_new(request: HttpRequest) -> HttpResponse:
    """Publish the next version."""
    by = acting(request)
    operation.check(by)
    text = current_text()
    form = TextForm(sent(request), text)
    new = attempt(form, lambda: operation.publish_agreement_text(by, operation.NewText(**form.cleaned_data)))
    if new is not None:
        return done(request, _PUBLISHED, "agreement_signatures")
    return draw(request, "agreement/new.jinja", {"form": form, "text": text}, form)


@require_safe
def agreement_signatures(request: HttpRequest) -> HttpResponse:
    """Everybody who takes part, and whether their signature holds today."""
    lines = signature_list(acting(request))
    counts = [(tag, sum(line.standing is standing for line in lines)) for standing, tag in STANDINGS.items()]
    rows = [(line, STANDINGS[line.standing]) for line in lines]
    context = {"columns": COLUMNS, "rows": rows, "counts": counts, "text": current_text()}
    return render(request, "agreement/signatures.jinja", context)
