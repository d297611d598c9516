"""The attachments that a dossier cites as evidence: those of its own case, by their numbers."""

from collections.abc import Iterator

from coretech.apps.cases.content import Content
from coretech.apps.cases.content_check import Problem, Unsound
from coretech.apps.cases.content_walk import Leaf, file_number, leaves
from coretech.apps.cases.models import Case
from coretech.kit.sentence import Sentence

_NOT_ITS_OWN = Sentence(
    "本案沒有這個附件；請由清單中選擇。", "This case has no such attachment; choose one from the list."
)


def cited_files(content: Content) -> Iterator[tuple[Leaf, int]]:
    """Each answer that names an attachment, with its number."""
    for leaf in leaves(content):
        number = file_number(leaf.asked, leaf.value)
        if number is not None:
            yield leaf, number


def require_own_files(case: Case, content: Content) -> None:
    """Refuse a form that cites what was not handed in with its case; what was withdrawn since may stand.

    Raises:
        Unsound: (HTTP 422) naming each of them; alike for a file that is not there and one of another case.
    """
    cited = list(cited_files(content))
    own = set(case.attachments.filter(pk__in={number for _, number in cited}).values_list("pk", flat=True))
    strange = tuple(
        Problem(leaf.path, leaf.where, _NOT_ITS_OWN) for leaf, number in cited if number not in own
    )
    if strange:
        raise Unsound(strange)
