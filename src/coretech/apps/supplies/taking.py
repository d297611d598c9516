"""Reading the files that were handed in, one after the other: all of a file is recorded, or nothing and why."""

from collections.abc import Callable, Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.bodies.standing import acting_for
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.models import Intake
from coretech.apps.supplies.operations.end_file import end_file
from coretech.apps.supplies.operations.file_returns import file_returns, read
from coretech.apps.supplies.reading import GivenFile
from coretech.kit.refusal import Refused
from coretech.readers.supplies import RowError


class WithdrawnError(Exception):
    """The file was withdrawn while it was read."""


def take_waiting() -> int:
    """Take every file that waits, the oldest first; says how many were recorded."""
    return sum(_taken(key) for key in _waiting())


def _waiting() -> list[int]:
    found = Intake.objects.filter(state=Intake.State.WAITING).order_by("pk")
    return list(found.values_list("pk", flat=True))


def _taken(number: int) -> bool:
    """Read one file in the name of whoever handed it in; False where it was refused or withdrawn."""
    intake = Intake.objects.select_related("filed_by__account").get(pk=number)
    by = acting_for(intake.filed_by.account, now())
    try:
        _take(by, intake)
    except WithdrawnError:
        return False
    except Refused as refused:
        said = RowError(0, "", "", "", refused.sentence)
        return _refused(by, number, [said])
    return Intake.objects.filter(pk=number, state=Intake.State.TAKEN).exists()


def _take(by: Acting, intake: Intake) -> None:
    given = GivenFile(intake.name, bytes(intake.content), intake.year)
    found = read(by, given, _telling(intake.pk))
    if found.faults:
        _refused(by, intake.pk, found.faults)
        return
    file_returns(by, found, intake=intake.pk)
    keep_watch(by, "after an intake")


def _refused(by: Acting, number: int, faults: Iterable[RowError]) -> bool:
    try:
        end_file(by, number, faults_said(faults))
    except Refused:  # it was withdrawn meanwhile
        return False
    return False


def _telling(number: int) -> Callable[[int], None]:
    """Says how far it is, in a transaction of its own, and stops where the file was withdrawn."""

    def tell(lines: int) -> None:
        waiting = Intake.objects.filter(pk=number, state=Intake.State.WAITING)
        if not waiting.update(read=lines):
            raise WithdrawnError

    return tell


def faults_said(faults: Iterable[RowError]) -> list[dict[str, object]]:
    """Errors as data: the line, the column, the cell, what stands there, and the sentence in both languages."""
    return [
        {
            "line": each.line,
            "column": each.column,
            "cell": each.cell,
            "value": each.value,
            "zh": each.sentence.zh,
            "en": each.sentence.en,
        }
        for each in faults
    ]
