"""Writing the row of a snapshot that was taken in."""

from coretech.apps.audit.acting import Acting
from coretech.apps.watch.counts.taking_in import Taken, day_of
from coretech.apps.watch.models import WorksSnapshot
from coretech.kit.sentence import Sentence

_LONGEST = {"source": 300, "query": 1000}


def kept_snapshot(by: Acting, taken: Taken, series: str, note: Sentence | None = None) -> WorksSnapshot:
    """The row, with the manifest as it was read."""
    manifest = taken.manifest
    return WorksSnapshot.objects.create(
        series=series,
        place=taken.place,
        source=manifest.source[: _LONGEST["source"]],
        query=manifest.query[: _LONGEST["query"]],
        dated=day_of(manifest),
        works=manifest.works,
        superseded=manifest.superseded,
        problems=dict(manifest.problems),
        files=[{key: each[key] for key in ("name", "sha256", "size", "works")} for each in manifest.files],
        sha256=taken.sha256,
        note_zh=note.zh if note else "",
        note_en=note.en if note else "",
        by_id=by.person_id,
        at=by.at,
    )
