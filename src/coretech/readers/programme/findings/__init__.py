"""What a careful clerk would send back about a programme, one module for each sort of matter."""

from collections.abc import Callable, Iterator

from coretech.readers.plans.finding import Finding
from coretech.readers.programme.findings import sums
from coretech.readers.programme.read import Read

CHECKS: tuple[Callable[[Read], Iterator[Finding]], ...] = (sums.wrong_sums,)


def findings(read: Read) -> list[Finding]:
    """All matters, in no order."""
    return [found for check in CHECKS for found in check(read)]
