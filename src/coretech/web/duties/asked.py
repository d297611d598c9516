"""Which deadlines a page is asked for: whose, on what, how pressing."""

from django import forms
from django.http import HttpRequest, QueryDict

from coretech.apps.duties.deadline import STATUSES, Urgency
from coretech.apps.duties.kinds import TOPICS, Topic
from coretech.apps.duties.queries import Chosen, View
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import both

VIEWS = {
    View.ME: Sentence("我的期限", "Mine"),
    View.AGENCY: Sentence("本機關", "My agency"),
    View.OFFICE: Sentence("全部", "All"),
}
_ALL = Sentence("全部", "All")


def _choices(names: dict[Topic, Sentence] | dict[Urgency, Sentence]) -> list[tuple[str, object]]:
    offered = [(key.value, both(name.zh, name.en)) for key, name in names.items()]
    return [("", both(_ALL.zh, _ALL.en)), *offered]


class FilterForm(forms.Form):
    """A topic and a status, both optional."""

    topic = forms.ChoiceField(label=both("類別", "Topic"), choices=_choices(TOPICS), required=False)
    status = forms.ChoiceField(label=both("狀態", "Status"), choices=_choices(STATUSES), required=False)

    def chosen(self) -> Chosen:
        """What was chosen; everything where the form cannot be read, with the error at its field."""
        given = self.cleaned_data if self.is_valid() else {}
        topic, status = given.get("topic"), given.get("status")
        return Chosen(Topic(topic) if topic else None, Urgency(status) if status else None)


def view_of(request: HttpRequest) -> View:
    """The view asked for, one's own by default (HTTP 404 for one that does not exist)."""
    asked = request.GET.get("view", View.ME.value)
    try:
        return View(asked)
    except ValueError:
        raise not_found("沒有這種期限清單。", "There is no such list of deadlines.") from None


def query_of(view: View, chosen: Chosen) -> str:
    """The same question for another address."""
    query = QueryDict(mutable=True)
    query["view"] = view.value
    for name, value in (("topic", chosen.topic), ("status", chosen.status)):
        if value is not None:
            query[name] = value.value
    return query.urlencode()
