"""A dossier as a command tells it: the newest version of each part, where the law opens it to the reader."""

from collections.abc import Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import require
from coretech.apps.cases.facts import PARTS, newest_parts
from coretech.apps.cases.models import Case, Part
from coretech.apps.meetings.queries import dossier_ruling
from coretech.cli.installation.told import Told, moment


def dossier_told(by: Acting, case: Case) -> Told:
    """Every part written so far, in the order of article 7.

    Raises:
        Refused: (HTTP 403) with the ruling, where the dossier is closed to this reader.
    """
    require(dossier_ruling(by, case), status=403)
    written = newest_parts(case)
    parts = [written[name] for name in PARTS if name in written]

    def lines(_language: str) -> Iterable[str]:
        for part in parts:
            yield f"## {part.name} ({part.version})"
            claims = [*part.harms, *map(str, part.limbs)]
            yield from [", ".join(claims)] if claims else []
            yield from [part.text, ""]

    return Told([_data(part) for part in parts], lines)


def _data(part: Part) -> dict[str, object]:
    return {
        "part": part.name,
        "version": part.version,
        "text": part.text,
        "harms": part.harms,
        "limbs": part.limbs,
        "written_at": moment(part.written_at),
    }
