"""A file on its way in: what it says with what is told beside it, and how it differs from the version before."""

import hashlib
from dataclasses import dataclass, replace

from django.db.models import Q

from coretech.apps.lists.comparing import Comparison, compared
from coretech.apps.lists.models import ListStatus, ListVersion, TechnologyList
from coretech.apps.lists.queries import Standing, standing_versions
from coretech.apps.lists.versions import as_file, digest_of, head_of
from coretech.readers.lists.formats import read_list
from coretech.readers.lists.heading import joined
from coretech.readers.lists.records import Head, ListFile


@dataclass(frozen=True, slots=True)
class Import:
    """What is to be written; ``sha256`` is that of the file, ``before`` the code of the newest version so far."""

    file: ListFile
    status: str
    sha256: str
    before: str = ""

    @property
    def digest(self) -> str:
        """The fingerprint of all of it, for telling that nothing changed since it was shown."""
        told = f"{digest_of(self.file)} {self.status} {self.sha256} {self.before}"
        return hashlib.sha256(told.encode()).hexdigest()


def read_import(raw: bytes, told: Head, status: str) -> Import:
    """A file as it is to be taken in: what is told beside it goes before what it says of itself.

    Where the list is stored already, its issuer, title and country stand.
    """
    file = read_list(raw)
    head = joined(file.head, told)
    before = newest_of(head.list)
    if before is not None:
        head = _as_stored(head, before.version)
    elif head.complete is None:
        head = replace(head, complete=False)
    return Import(
        file=ListFile(head, file.entries, file.faults),
        status=status,
        sha256=hashlib.sha256(raw).hexdigest(),
        before="" if before is None else before.code,
    )


def newest_of(code: str) -> Standing | None:
    """The newest version of a list."""
    return next(iter(standing_versions(Q(list__code=code))), None)


def replaced_by(given: Import) -> list[ListVersion]:
    """The versions in force that a new one in force replaces: those of its list that are not younger."""
    if given.status != ListStatus.Status.IN_FORCE:
        return []
    stand = standing_versions(Q(list__code=given.file.head.list))
    return [each.version for each in stand if each.in_force and each.version.dated <= given.file.head.dated]


def difference(given: Import) -> Comparison | None:
    """What came and went against the version before; None where it is the first."""
    before = newest_of(given.file.head.list)
    if before is None or given.file.faults:
        return None
    return compared(as_file(before.version).entries, given.file.entries)


def known_lists() -> list[TechnologyList]:
    """Every list, for choosing one."""
    return list(TechnologyList.objects.all())


def _as_stored(head: Head, version: ListVersion) -> Head:
    stored = head_of(version)
    names = ("issuer_zh", "issuer_en", "title_zh", "title_en", "country")
    told = {name: getattr(stored, name) for name in names}
    complete = False if head.complete is None else head.complete
    return replace(head, **told, complete=complete)
