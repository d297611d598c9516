"""What the steps of a question ask."""

from collections.abc import Mapping, Sequence

from django import forms

from coretech.apps.people.models import Agency
from coretech.apps.scope.digests import VERDICT_NAMES
from coretech.apps.scope.models import AskedTechnology
from coretech.apps.scope.operations.answer_question import Answered
from coretech.apps.scope.operations.declare_interest_in_question import LONGEST as LONGEST_INTEREST
from coretech.apps.scope.operations.draft_digest import Draft
from coretech.apps.scope.taking import LONGEST
from coretech.kit.sentence import Sentence
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say

Sent = Mapping[str, object] | None


class AskBackForm(forms.Form):
    """What is missing."""

    text = forms.CharField(
        label=both("請詢問人補充什麼？", "What should the asker tell you?"),
        help_text=both(
            "詢問人會在追蹤網址看到；請勿重述機密。",
            "The asker reads it at the secret address; repeat no secret.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
    )


class TransferForm(forms.Form):
    """Where it belongs, and why."""

    why = forms.CharField(
        label=both("移送理由", "Why"),
        help_text=both("詢問人看得到。", "The asker reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
    )

    def __init__(self, data: Sent, *, agencies: Sequence[tuple[Agency, Sentence]]) -> None:
        """Offer the agencies."""
        super().__init__(data)
        names = [(agency.code, say(name)) for agency, name in agencies]
        self.fields["agency"] = forms.ChoiceField(
            label=both("應由哪個機關答覆？", "Which agency should answer?"),
            choices=[("", both("請選擇", "Choose")), *names],
        )
        self.order_fields(["agency", "why"])


class NameForm(forms.Form):
    """Whom to name."""

    username = forms.CharField(
        label=both("帳號", "Account"),
        help_text=both(
            "本機關的承辦人，或本機關專家審查會的委員。",
            "An officer of the authority, or a member of its panel.",
        ),
        max_length=150,
    )


class DeclareForm(forms.Form):
    """Whether there is an interest."""

    interest = forms.ChoiceField(
        label=both(
            "您與詢問人或這項技術有無利益關係？", "Have you an interest in the asker or the technology?"
        ),
        help_text=both(
            "例如任職、投資、配偶或親屬關係、共同研究。有利益關係者應迴避，不得閱覽，也不得辦理。",
            "Such as a post, an investment, a spouse or relative, research together. "
            "Whoever has one steps aside: reads nothing and handles nothing.",
        ),
        choices=[("none", both("無", "None")), ("interest", both("有", "I have"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=both("是什麼關係？（有利益關係者填寫）", "What is it? (Where you have one)"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_INTEREST,
        required=False,
    )


class AdviceForm(forms.Form):
    """An expert's opinion."""

    verdict = forms.ChoiceField(
        label=both("您的意見", "Your opinion"),
        choices=[(each.value, both(words.zh, words.en)) for each, words in VERDICT_NAMES.items()],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=both("理由（加密保存）", "Why (kept sealed)"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
    )


class AnswerForm(forms.Form):
    """The answer about one technology."""

    verdict = forms.ChoiceField(
        label=both("答覆", "Answer"),
        choices=[(each.value, both(words.zh, words.en)) for each, words in VERDICT_NAMES.items()],
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label=both("理由（加密保存，詢問人看得到）", "Reasons (kept sealed; the asker reads them)"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
    )
    valid_until = DayField(
        label=both("有效至（選填）", "Valid until (optional)"),
        help_text=both("不填者，有效至項目變更為止。", "Left out, it holds until the item changes."),
        required=False,
    )

    def __init__(self, data: Sent, *, technology: AskedTechnology, listed: Mapping[int, str]) -> None:
        """Offer the list; the item the asker named stands first."""
        self.technology = technology
        named = technology.items.first()
        initial = {"item": "" if named is None else str(named.number)}
        super().__init__(data, prefix=f"a{technology.place}", initial=initial)
        self.fields["item"] = forms.ChoiceField(
            label=both("對照的清單項目", "Item of the list"),
            choices=[
                ("", both("沒有相近的項目", "No item is near")),
                *((str(number), name) for number, name in listed.items()),
            ],
            required=False,
        )
        self.order_fields(["verdict", "item", "reasons", "valid_until"])

    def answered(self) -> Answered:
        """The answer, for the operation; for a valid form."""
        said = self.cleaned_data
        item = int(said["item"]) if said["item"] else None
        return Answered(self.technology.place, said["verdict"], said["reasons"], item, said["valid_until"])


class DraftForm(forms.Form):
    """A digest in both languages."""

    name_zh = forms.CharField(label=both("技術（中文）", "Technology, in Chinese"), max_length=200)
    name_en = forms.CharField(label=both("技術（英文）", "Technology, in English"), max_length=300)
    reasons_zh = forms.CharField(
        label=both("理由（中文）", "Reasons, in Chinese"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=3000,
    )
    reasons_en = forms.CharField(
        label=both("理由（英文）", "Reasons, in English"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
    )
    confirmed = forms.BooleanField(
        label=both(
            "我看過與加密內容相同的字句，確認不屬機密",
            "I looked at the words shared with what is sealed; none is secret",
        ),
        help_text=both("沒有提示時不必勾選。", "Leave it unless you are warned."),
        required=False,
    )

    def draft(self) -> Draft:
        """The draft, for the operation; for a valid form."""
        said = self.cleaned_data
        return Draft(said["name_zh"], said["name_en"], said["reasons_zh"], said["reasons_en"])
