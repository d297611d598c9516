"""The forms by which an item is decided: how the vote is held, a count of hands, consent, the reading, annulment."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, QueryDict

from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.open_vote import METHODS as VOTED
from coretech.web.meetings.readings import readings_of_count
from coretech.web.meetings.words import METHODS
from coretech.web.sending import sent
from coretech.web.shell.words import both, say

OPEN, ADOPT, NOTE, COUNT, CLOSE, SETTLE, ANNUL = "open", "adopt", "note", "count", "close", "settle", "annul"
LONGEST_REASON = 500
MOST_HANDS = 200
_WHOLE = {
    "invalid": both("請填整數票數。", "Give a whole number of votes."),
    "min_value": both("票數不得為負數。", "Votes cannot be fewer than none."),
    "max_value": both("票數太多，請更正。", "That is too many votes; correct it."),
}


class OpenForm(forms.Form):
    """How the vote is held; a named ballot where nothing is said."""

    method = forms.ChoiceField(
        label=both("表決方式", "How the vote is held"),
        required=False,
        initial=Item.Method.NAMED,
        widget=forms.RadioSelect,
        choices=[
            (method.value, both(words.zh, words.en)) for method, words in METHODS.items() if method in VOTED
        ],
    )
    changes = forms.BooleanField(
        label=both(
            "記名投票：結束前可以改投，以最後一次為準",
            "Named ballot: a vote may be changed until the close, and the last one counts",
        ),
        required=False,
    )


class AdoptForm(forms.Form):
    """That the chair asked, and nobody objects."""

    asked = forms.BooleanField(
        label=both("已詢問在場出席者，無人異議", "Those attending were asked, and nobody objects")
    )


class CountForm(forms.Form):
    """How many hands were raised."""

    in_favour = forms.IntegerField(
        label=both("贊成", "For"), min_value=0, max_value=MOST_HANDS, error_messages=_WHOLE
    )
    against = forms.IntegerField(
        label=both("反對", "Against"), min_value=0, max_value=MOST_HANDS, error_messages=_WHOLE
    )
    abstain = forms.IntegerField(
        label=both("棄權", "Abstaining"), min_value=0, max_value=MOST_HANDS, error_messages=_WHOLE
    )


class SettleForm(forms.Form):
    """Which reading applies, and why; nothing is chosen beforehand."""

    reading = forms.ChoiceField(
        label=both("本案採哪一種解讀？", "Which reading applies to this item?"), widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=both("採此解讀的理由", "Why this reading applies"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: QueryDict | None, item: Item) -> None:
        """Offer the readings of the ruling on the count, each with what it makes of the item."""
        super().__init__(data, auto_id="settle_%s")
        field = self.fields["reading"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(each.id, say(each.offered)) for each in readings_of_count(item)]


class AnnulForm(forms.Form):
    """Why the vote is annulled."""

    why = forms.CharField(
        label=both("作廢的理由", "Why the vote is annulled"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def vote_forms(request: HttpRequest, item: Item) -> Mapping[str, forms.Form]:
    """The forms of the steps, by step; the one that was sent is bound."""
    return {
        OPEN: OpenForm(sent(request, OPEN), auto_id="open_%s"),
        ADOPT: AdoptForm(sent(request, ADOPT), auto_id="adopt_%s"),
        NOTE: forms.Form(sent(request, NOTE)),
        COUNT: CountForm(sent(request, COUNT), auto_id="count_%s"),
        CLOSE: forms.Form(sent(request, CLOSE)),
        SETTLE: SettleForm(sent(request, SETTLE), item),
        ANNUL: AnnulForm(sent(request, ANNUL), auto_id="annul_%s"),
    }
