"""Correcting an entry: filled in, the differences read once more, and only then written."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.people.queries import all_agencies
from coretech.apps.register.correcting import LONGEST, LONGEST_SCOPE, Corrected, Correction
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.operations import correct_entry
from coretech.apps.register.queries import find_version
from coretech.apps.register.scanning import newest_scan
from coretech.apps.technologies.queries import sectors
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.register.corrections import COLUMNS, cells
from coretech.web.register.rows import name_rows, scan_link
from coretech.web.register.words import FIELDS
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.day_field import DayField
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both, say

_CONFIRM, _CHANGE = "confirm", "change"
_REQUIRED = {"name_announced", "name_zh", "name_en"}


class CorrectionForm(forms.Form):
    """The entry as it should stand, and why."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    damaged = forms.BooleanField(
        label=both("公告（或來源）把名稱印得有缺損", "The source prints the name damaged"), required=False
    )
    sector = forms.ChoiceField(label=both(FIELDS["sector"].zh, FIELDS["sector"].en))
    authority = forms.ChoiceField(label=both(FIELDS["authority"].zh, FIELDS["authority"].en))
    valid_from = DayField(label=both(FIELDS["valid_from"].zh, FIELDS["valid_from"].en))
    reason = forms.CharField(
        label=both("為什麼要更正", "Why it is corrected"),
        help_text=both(
            "登載時發生什麼錯誤。會公開，請勿寫入個人資料。",
            "What went wrong when it was entered. This is public; write nobody's personal data.",
        ),
        max_length=correct_entry.LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(
        label=both("更正依據", "By what it is corrected"),
        help_text=both("例如公告文號與頁次。", "For example the announcement's number and page."),
        max_length=correct_entry.LONGEST_SOURCE,
    )
    field_order = ("name_announced", "damaged", "name_zh", "name_source", "name_en", "scope_zh", "scope_en")

    def __init__(self, data: QueryDict | None, version: ItemVersion, by: Acting) -> None:
        """Start from what the entry says."""
        super().__init__(data, initial=_initial(version))
        for name, longest in (*LONGEST.items(), ("scope_zh", LONGEST_SCOPE), ("scope_en", LONGEST_SCOPE)):
            self.fields[name] = forms.CharField(
                label=both(FIELDS[name].zh, FIELDS[name].en),
                max_length=longest,
                required=name in _REQUIRED,
                widget=forms.Textarea(attrs={"rows": 3}) if name.startswith("scope") else forms.TextInput,
            )
        self.order_fields(self.field_order)
        for name, choices in (
            ("sector", [(each.code, say(each.name)) for each in sectors()]),
            ("authority", [(each.code, say(each.name_on(by.today))) for each in all_agencies()]),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def correction(self) -> Correction:
        """The correction; for a valid form."""
        return Correction(**self.cleaned_data)


@require_http_methods(["GET", "HEAD", "POST"])
def entry_correct(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """Fill in, check the differences, correct; for the announcer and the Office."""
    by = acting(request)
    allow(by, Action.CORRECT_ENTRY)
    wrong = find_version(number, version)
    form = CorrectionForm(request.POST if request.method == "POST" else None, wrong, by)
    step = request.POST.get("step", "")
    if step == _CONFIRM and attempt(
        form, lambda: correct_entry.correct_entry(by, number, version, form.correction())
    ):
        corrected = Sentence(
            f"第{number}項第{version}版已更正。", f"Version {version} of item {number} is corrected."
        )
        return done(request, corrected, "register_item", number)
    if form.is_bound and not step and (changed := _foreseen(by, form, wrong)):
        context = {
            "form": form,
            "version": wrong,
            "columns": COLUMNS,
            "cells": cells(changed, wrong.valid_from),
        }
        return render(request, "register/correction_check.jinja", context)
    scan = newest_scan(wrong.announcement)
    context = {
        "form": form,
        "version": wrong,
        "rows": name_rows(wrong),
        "scan": None if scan is None else scan_link(scan, wrong.announcement.edition),
        "refusal": refusal_of(correct_entry.check, by, wrong),
    }
    return draw(request, "register/correction.jinja", context, form)


def _foreseen(by: Acting, form: CorrectionForm, wrong: ItemVersion) -> list[Corrected]:
    """What a form the operation would take changes; nothing, with what is wrong on the form, for another."""
    if not form.is_valid():
        return []
    try:
        return correct_entry.foresee(by, wrong, form.correction())
    except Refused as refusal:
        if refusal.field is None:
            raise
        add_refusal(form, refusal)
        return []


def _initial(version: ItemVersion) -> dict[str, object]:
    says = {name: getattr(version, name) for name in FIELDS if name not in {"sector", "authority"}}
    return says | {
        "sector": version.sector.code,
        "authority": version.authority.code,
        "seen": version.item.versions.count(),
    }
