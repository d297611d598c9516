"""The lists that come with the program, each version with its source, stored once."""

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.locks import hold
from coretech.apps.audit.record import record
from coretech.apps.lists.models import ListVersion
from coretech.apps.lists.storing import write_version
from coretech.readers.lists.bundled import Bundled, bundled_versions

LOCK = "lists"


def missing_versions() -> list[Bundled]:
    """The bundled versions that are not stored."""
    stored = set(ListVersion.objects.values_list("code", flat=True))
    return [each for each in bundled_versions() if each.head.code not in stored]


@transaction.atomic
def load_lists() -> bool:
    """Write the bundled versions that are missing, in one act; says whether there were any."""
    hold(LOCK)
    missing = missing_versions()
    if not missing:
        return False
    by = Acting(at=now(), username="system")
    rows = [row for each in missing for row in write_version(by, each.file(), each.statuses)]
    versions = {each.head.code: len(each.file().entries) for each in missing}
    record(
        by,
        "list.bundled",
        "lists",
        public={"versions": versions},
        rows=rows,
        why="published lists of technologies, from the bundled data",
    )
    return True
