"""Items of the list that no technology watches yet, as work of the Office."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.register.queries import in_force
from coretech.apps.watch.access import defines, keeps
from coretech.apps.watch.queries import technologies
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Task

_TO_DO = Sentence("待訂定", "To define")
_WHY = Sentence(
    "沒有定義就沒有指標，也收不到訊號。",
    "Without a definition there are no indicators and no signals of them.",
)


def definition_tasks(by: Acting) -> Iterator[Task]:
    """For the Office, which keeps the watch: the first such item, and how many wait; none before there is a watch."""
    if not (defines(by) and keeps(by)):
        return
    watched = set(technologies().values_list("item", flat=True))
    waiting = [each for each in in_force(by.today) if each.item.number not in watched] if watched else []
    if not waiting:
        return
    number, name = waiting[0].item.number, waiting[0].name
    title = Sentence(
        f"為清單第{number}項訂定觀測定義：{name.zh}",
        f"Define what is watched for item {number} of the list: {name.en}",
    )
    address = f"{reverse('watch_new')}?item={number}"
    yield Task(title, _TO_DO, address, "blue", _hint(len(waiting) - 1))


def _hint(others: int) -> Sentence:
    if not others:
        return _WHY
    return Sentence(f"{_WHY.zh}另有{others}項待訂。", f"{_WHY.en} Other items that wait: {others}.")
