"""Noting how far an item reaches, and taking such a note back; for the officers of its authority."""

from collections.abc import Iterable

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.register.asked import listed_item
from coretech.apps.register.operations import note_scope, withdraw_scope_note
from coretech.apps.register.scope_notes import Topic, newest_note, topics_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both


class NoteForm(forms.Form):
    """What is noted, and on what grounds."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    topic = forms.CharField(
        label=both("主題", "Topic"),
        help_text=both(
            "同一主題再寫一次，以新的為準。例如「軌道高度」。",
            "A topic that is there already takes this as its newest note. For example “Orbit altitude”.",
        ),
        max_length=note_scope.LONGEST_TOPIC,
    )
    zh = forms.CharField(
        label=both("說明", "The note in Chinese"),
        help_text=both(
            "說明範疇的解釋，不能擴大或縮小公告的內容。會公開。",
            "It explains how far the item reaches, and widens or narrows nothing that was announced. It is public.",
        ),
        max_length=note_scope.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    en = forms.CharField(
        label=both("說明（英文）", "The note in English"),
        max_length=note_scope.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    source = forms.CharField(
        label=both("依據", "By what"),
        help_text=both("例如函釋的文號與日期。", "For example the number and the day of a letter."),
        max_length=note_scope.LONGEST_SOURCE,
    )

    def note(self) -> note_scope.Note:
        """The note; for a valid form."""
        return note_scope.Note(**self.cleaned_data)


class WithdrawalForm(forms.Form):
    """Why the note counts no longer."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    topic = forms.ChoiceField(label=both("主題", "Topic"))
    why = forms.CharField(
        label=both("為什麼撤回", "Why it is withdrawn"),
        help_text=both("會公開。", "This is public."),
        max_length=note_scope.LONGEST_SOURCE,
    )

    def __init__(self, data: QueryDict | None, topics: Iterable[Topic], initial: dict[str, object]) -> None:
        """Offer the topics that stand."""
        super().__init__(data, initial=initial)
        field = self.fields["topic"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(each.name, each.name) for each in topics]


@require_http_methods(["GET", "HEAD", "POST"])
def note_new(request: HttpRequest, number: int) -> HttpResponse:
    """One form; ``?topic=`` starts from what the topic says now."""
    by = acting(request)
    version = listed_item(number, by.today)
    note_scope.check(by, version)
    topics = topics_of(version.item_id)
    start = _initial(next((each for each in topics if each.name == request.GET.get("topic")), None))
    form = NoteForm(sent(request), initial=start | {"seen": newest_note(version.item_id)})
    if form.is_bound and attempt(form, lambda: note_scope.note_scope(by, number, form.note())):
        noted = Sentence("範疇說明已公開。", "The note is published.")
        return done(request, noted, "register_keep", number)
    return draw(request, "register/note.jinja", {"form": form, "version": version}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def note_withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take back the note on one of the topics that stand; ``?topic=`` chooses it beforehand."""
    by = acting(request)
    version = listed_item(number, by.today)
    note_scope.check(by, version)
    topics = [each for each in topics_of(version.item_id) if not each.withdrawn]
    start: dict[str, object] = {"topic": request.GET.get("topic"), "seen": newest_note(version.item_id)}
    form = WithdrawalForm(sent(request), topics, start)
    if form.is_bound and attempt(
        form, lambda: withdraw_scope_note.withdraw_scope_note(by, number, **form.cleaned_data)
    ):
        gone = Sentence(
            "範疇說明已撤回，原文仍保留在歷次說明。", "The note is withdrawn; it stays on record."
        )
        return done(request, gone, "register_keep", number)
    context = {"form": form, "version": version, "topics": topics}
    return draw(request, "register/note_withdraw.jinja", context, form)


def _initial(topic: Topic | None) -> dict[str, object]:
    if topic is None:
        return {}
    note = topic.newest
    return {
        "topic": note.topic,
        "zh": note.zh,
        "en": note.en,
        "source": "" if topic.withdrawn else note.source,
    }
