"""The questions put to a stakeholder, a page each."""

from collections.abc import Mapping

from django import forms

from coretech.apps.cases.operations.answer_consultation import LONGEST_ANSWER
from coretech.web.consultation.words import CONFIDENTIAL, CONSENTS
from coretech.web.shell.words import both


class TermsForm(forms.Form):
    """Agreeing to the terms before the question is read."""

    agreed = forms.BooleanField(
        label=both("我已閱讀並同意以上條款", "I have read the terms and agree to them")
    )


class ViewForm(forms.Form):
    """The answer itself."""

    text = forms.CharField(
        label=both("您的意見", "Your view"),
        help_text=both(
            "20,000字以內；沒有意見請填「無意見」。請勿寫入他人的個人資料。",
            "20,000 characters at most; if you have no view, say so. Leave other people's personal data out.",
        ),
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=LONGEST_ANSWER,
    )


class ConsentForm(forms.Form):
    """How it may be told of."""

    consent = forms.ChoiceField(
        label=both("您的意見可以如何引用？", "How may your view be told of?"),
        choices=[(value, both(words.zh, words.en)) for value, words in CONSENTS.items()],
        widget=forms.RadioSelect,
    )


class LevelForm(forms.Form):
    """Whether it holds something confidential."""

    confidential = forms.ChoiceField(
        label=both("您的意見有沒有機密內容？", "Does your view hold anything confidential?"),
        choices=[(value, both(words.zh, words.en)) for value, words in CONFIDENTIAL.items()],
        widget=forms.RadioSelect,
    )


STEPS: Mapping[str, type[forms.Form]] = {
    "terms": TermsForm,
    "view": ViewForm,
    "consent": ConsentForm,
    "level": LevelForm,
}
"""The pages in their order; after the last one the answers are checked."""
