"""What ``coretech plan import`` tells: what was found in a file, and what it would change."""

from collections.abc import Iterator

from coretech.apps.plans.importing import Imported
from coretech.apps.plans.words import TABLES, WAYS, found_rows, heading_of, name_of, remark_on
from coretech.kit.sentence import Sentence
from coretech.readers.plan_files.difference import Change, Way

MOST_SHOWN = 40


def differences(imported: Imported, language: str) -> Iterator[str]:
    """What the file is, what it holds, and each row that would change, the first forty."""
    for note in imported.notes:
        yield note.say(language)
    yield heading_of(imported).say(language)
    held = (f"{TABLES[name].say(language)} {count}" for name, count in found_rows(imported).items() if count)
    yield ("、" if language == "zh" else ", ").join(held)
    if imported.same:
        return
    remark = remark_on(imported)
    if remark is not None:
        yield remark.say(language)
    if imported.before is not None:
        yield from _changes(imported, language)


def _changes(imported: Imported, language: str) -> Iterator[str]:
    changes = imported.difference.changes
    for change in changes[:MOST_SHOWN]:
        yield _line(change, language)
    more = len(changes) - MOST_SHOWN
    if more > 0:
        yield Sentence(f"……另有{more}筆", f"… and {more} more").say(language)
    for name, ways in imported.difference.counts.items():
        told = " ".join(f"{WAYS[Way(way)].say(language)} {count}" for way, count in ways.items())
        yield f"{TABLES[name].say(language)}: {told}"


def _line(change: Change, language: str) -> str:
    fields = f"  ({', '.join(change.fields)})" if change.fields else ""
    what = WAYS[change.way].say(language)
    return f"{what}  {TABLES[change.table].say(language)}  {name_of(change.row, language)}{fields}"
