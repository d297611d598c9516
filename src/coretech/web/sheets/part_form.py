"""The question page's form: one measure, with last time's words standing ready."""

from collections.abc import Mapping

from django import forms

from coretech.apps.reports.measured.observing import TOLD_BY_YES_OR_NO
from coretech.apps.reports.sheets.carrying import CARRIED, WORKS
from coretech.apps.reports.sheets.content import LABELS, TEXTS, ActualSaid, PartContent, Said, WorkSaid
from coretech.apps.reports.sheets.parts import AskedIndicator, Part
from coretech.apps.reports.sheets.sound import LONGEST, LONGEST_NOTE, LONGEST_UNIT
from coretech.engines.progress.lights import Light
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import both, say

_HINTS = {
    "progress": both("這一期做了什麼、到什麼程度。", "What was done in this period, and how far it is."),
    "highlights": both(
        "一兩件值得一提的成果；沒有可留白。", "One or two results worth telling; blank for none."
    ),
    "next_work": both(
        "下一期要完成的事；下次會顯示在旁邊。", "What is to be done next; it stands ready next time."
    ),
    "risks": both(
        "需要協調或可能落後的事；沒有可留白。", "What needs coordination or may fall behind; blank for none."
    ),
    "own_reason": both("黃燈或紅燈必填。", "Needed for amber and red."),
}
_CONFIRM = both("與上次相同，我已確認仍正確", "The same as last time; I have checked that it still holds")
_CONFIRM_WORKS = both(
    "各項情形與上次相同，我已確認仍正確", "All stand as last time; I have checked that this still holds"
)
_DONE = (("", both("未填", "Not told")), ("yes", both("已達成", "Done")), ("no", both("尚未", "Not yet")))


class PartForm(forms.Form):
    """All questions of one measure; its fields are those of `sheet_content`, by the keys of the plan's rows."""

    def __init__(
        self, data: Mapping[str, object] | None, *, part: Part, content: PartContent, last: PartContent
    ) -> None:
        """Ask what the part asks, filled in with what stands."""
        super().__init__(data)
        self.part, self.content, self.last = part, content, last
        for name in TEXTS[:4]:
            self.fields[name] = _words(LABELS[name], getattr(content, name), _HINTS[name])
            if name in CARRIED and getattr(last, name):
                self._confirming(name, _CONFIRM)
        for work in part.works:
            self._work(work.key, content.works.get(work.key, WorkSaid()))
        if last.works:
            self._confirming(WORKS, _CONFIRM_WORKS)
        for asked in part.indicators:
            self._actual(asked, content.actuals.get(asked.key, ActualSaid(unit=asked.definition.unit)))
        self.fields["own_light"] = forms.ChoiceField(
            label=both(LABELS["own_light"].zh, LABELS["own_light"].en),
            choices=[(each.value, both(each.said.zh, each.said.en)) for each in Light],
            initial=content.own_light,
            widget=forms.RadioSelect,
            required=False,
        )
        self.fields["own_reason"] = _words(LABELS["own_reason"], content.own_reason, _HINTS["own_reason"])

    def given(self) -> PartContent:
        """The content; for a valid form."""
        found = self.cleaned_data
        return PartContent(
            **{name: found[name] for name in TEXTS},
            works={
                work.key: WorkSaid(*self._group("work", work.key, "standing", "share", "note"))
                for work in self.part.works
            },
            actuals={each.key: self._said(each.key) for each in self.part.indicators},
            demonstration=self.content.demonstration,
        )

    def confirmed(self) -> frozenset[str]:
        """What is ticked as still holding; for a valid form."""
        return frozenset(
            name.removeprefix("confirm-")
            for name, ticked in self.cleaned_data.items()
            if name.startswith("confirm-") and ticked
        )

    def _said(self, key: str) -> ActualSaid:
        names = ("value", "unit", "forecast", "done", "words")
        return ActualSaid(*self._group("actual", key, *names))

    def _group(self, kind: str, key: str, *names: str) -> list[str]:
        return [self.cleaned_data.get(f"{kind}-{key}-{name}", "") for name in names]

    def _confirming(self, name: str, label: object) -> None:
        self.fields[f"confirm-{name}"] = forms.BooleanField(
            label=label,  # type: ignore[arg-type]  # lazy words, which Django's stubs know only as their own class
            required=False,
            initial=bool(self.content.own_light) and name not in self.content.carried,
        )

    def _work(self, key: str, said: WorkSaid) -> None:
        choices = [("", both("請選擇", "Choose")), *((each.value, say(each.words)) for each in Said)]
        self.fields[f"work-{key}-standing"] = forms.ChoiceField(
            label=both("情形", "How it stands"), choices=choices, initial=said.standing, required=False
        )
        self.fields[f"work-{key}-share"] = _line(Sentence("完成 %", "Done %"), said.share, 12)
        self.fields[f"work-{key}-note"] = _line(
            Sentence("說明（可留白）", "Note (optional)"), said.note, LONGEST_NOTE
        )

    def _actual(self, asked: AskedIndicator, said: ActualSaid) -> None:
        place = f"actual-{asked.key}"
        if asked.definition.kind in TOLD_BY_YES_OR_NO:
            self.fields[f"{place}-done"] = forms.ChoiceField(
                label=both("是否達成", "Is it done"), choices=_DONE, initial=said.done, required=False
            )
        else:
            self.fields[f"{place}-value"] = _line(Sentence("實績", "Actual"), said.value, 60)
            self.fields[f"{place}-unit"] = _line(Sentence("單位", "Unit"), said.unit, LONGEST_UNIT)
            self.fields[f"{place}-forecast"] = _line(
                Sentence("全年預估（可留白）", "Forecast for the year (optional)"), said.forecast, 60
            )
        self.fields[f"{place}-words"] = _line(
            Sentence("說明，或沒有數值的原因", "Note, or why there is no figure"), said.words, LONGEST_NOTE
        )


def _words(label: Sentence, initial: str, hint: object) -> forms.CharField:
    return forms.CharField(
        label=both(label.zh, label.en),
        help_text=hint,  # type: ignore[arg-type]  # lazy words, as above
        initial=initial,
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


def _line(label: Sentence, initial: str, longest: int) -> forms.CharField:
    return forms.CharField(
        label=both(label.zh, label.en), initial=initial, max_length=longest, required=False
    )
