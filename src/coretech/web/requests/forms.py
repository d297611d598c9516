"""The questions a request is put together from, one a page."""

from collections.abc import Sequence

from django import forms

from coretech.apps.inventory.models import Request
from coretech.apps.inventory.operations.send_request import LONGEST_TEXT
from coretech.apps.register.models import ItemVersion
from coretech.kit.sentence import Sentence
from coretech.web.requests.words import KIND_NAMES, KINDS, WISHES
from coretech.web.shell.questions import AgencyForm, Question, SenderFields, Sent
from coretech.web.shell.words import both, say

OFFICE = "nstc"
"""The Office sits at the NSTC (art. 4): who does not know the authority writes to it."""


class KindForm(Question):
    """Which of the two grounds."""

    short = Sentence("事由", "Ground")
    kind = forms.ChoiceField(
        label=both("您要提出什麼？", "What do you send?"),
        help_text=both("第10條第2項只列這兩種事由。", "Article 10(2) knows these two grounds."),
        choices=[(kind.value, both(words.zh, words.en)) for kind, words in KINDS.items()],
        widget=forms.RadioSelect,
    )

    def answers(self) -> list[str]:
        """The ground."""
        return [say(KIND_NAMES[Request.Kind(self.cleaned_data["kind"])])]


class WishForm(Question):
    """What of the list should change."""

    short = Sentence("希望", "What should change")
    wish = forms.ChoiceField(
        label=both("您認為清單應該如何變更？", "What should happen to the list?"),
        choices=[(wish, both(words.zh, words.en)) for wish, words in WISHES.items()],
        widget=forms.RadioSelect,
    )

    def answers(self) -> list[str]:
        """The wish."""
        return [say(WISHES[self.cleaned_data["wish"]])]


class ItemForm(Question):
    """Which item of the list in force."""

    short = Sentence("清單項目", "Item of the list")

    def __init__(self, data: Sent, *, listed: Sequence[ItemVersion]) -> None:
        """Offer the list."""
        super().__init__(data)
        self._names = {
            str(version.item.number): f"{version.item.number}. {say(version.name)}" for version in listed
        }
        self.fields["item"] = forms.ChoiceField(
            label=both("清單第幾項？", "Which item of the list?"),
            help_text=both(
                "請求會送到該項目的主管機關。", "The request goes to the authority in charge of it."
            ),
            choices=[("", both("請選擇", "Choose")), *self._names.items()],
        )

    def answers(self) -> list[str]:
        """The item's number and name."""
        return [self._names[self.cleaned_data["item"]]]


class AuthorityForm(AgencyForm):
    """Which agency should take up a technology not on the list; who is not sure leaves it to the Office's own."""

    label = both("應由哪個機關主管？", "Which agency should be in charge of it?")
    help_text = both(
        "不確定時請選國家科學及技術委員會，關鍵技術辦公室設在那裡。",
        "If you are not sure, choose the National Science and Technology Council, where the Office sits.",
    )


class TextForm(Question):
    """What it is about, without secrets."""

    short = Sentence("說明", "What it is about")
    text = forms.CharField(
        label=both("請說明技術與理由", "Describe the technology, and say why"),
        help_text=both(
            f"{LONGEST_TEXT}字以內。請勿寫入營業秘密或國家機密；需要時主管機關會另外與您約定提供方式。",
            f"{LONGEST_TEXT} characters at most. Leave out trade secrets and state secrets; where they are needed, "
            "the authority will agree with you on another way.",
        ),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=LONGEST_TEXT,
    )
    no_secrets = forms.BooleanField(
        label=both("以上內容沒有營業秘密或國家機密", "The text holds no trade secrets and no state secrets")
    )

    def __init__(self, data: Sent, *, question: str = "") -> None:
        """Begin with the number of the scope question that it follows from, where it follows from one."""
        super().__init__(data)
        if question:
            begun = both(f"承範疇詢問{question}：\n", f"After the scope question {question}:\n")
            self.fields["text"].initial = begun

    def answers(self) -> list[str]:
        """The text alone; the tick has no need to be repeated."""
        return [str(self.cleaned_data["text"])]


class SenderForm(SenderFields):
    """Who asks, and where the answer goes."""

    short = Sentence("聯絡資料", "How to reach you")

    def __init__(self, data: Sent) -> None:
        """Say who will read the address."""
        super().__init__(data)
        self.fields["contact"].help_text = both(
            "收件確認與決定的通知寄到這裡；只有主管機關與關鍵技術辦公室看得到。",
            "The receipt and word of the decision go there; only the authority and the Office see it.",
        )
