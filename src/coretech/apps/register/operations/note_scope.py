"""Noting how far an item reaches, by its authority; the note explains the announcement and never changes it."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.register.asked import listed_item
from coretech.apps.register.models import ItemVersion, ScopeNote
from coretech.apps.register.scope_notes import newest_note, topics_of
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action, Matter

LONGEST_TOPIC, LONGEST_TEXT, LONGEST_SOURCE = 80, 2000, 300
_LENGTHS = {"topic": LONGEST_TOPIC, "zh": LONGEST_TEXT, "en": LONGEST_TEXT, "source": LONGEST_SOURCE}


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted, on which topic and by which source; a topic that is there already takes it as its newest.

    ``seen`` is the id of the item's newest note that the writer saw, 0 where there was none.
    """

    topic: str
    zh: str
    en: str
    source: str
    seen: int | None = None


def check(by: Acting, version: ItemVersion) -> None:
    """Whether this person may note the item's scope: an officer of the authority in charge today."""
    allow(by, Action.NOTE_SCOPE, Matter(agencies=frozenset({version.authority.code})))


@operation
def note_scope(by: Acting, number: int, note: Note) -> Act:
    """Write the note; an earlier one of the topic stays on record and counts no longer."""
    version = listed_item(number, by.today)
    check(by, version)
    said = _sound(note)
    hold(f"scope:{number}")
    require_seen(version, note.seen)
    _refuse_same(version, said)
    kept = ScopeNote.objects.create(item=version.item, authority=version.authority, noted_at=by.at, **said)
    return record(
        by,
        "register.scope_noted",
        f"register-item/{number}",
        public={"authority": version.authority.code, **said},
        rows=[kept],
    )


def require_seen(version: ItemVersion, seen: int | None) -> None:
    """Refuse (HTTP 409) a writer who has not seen the item's newest note."""
    if seen is not None and seen != newest_note(version.item_id):
        raise wrong_state(
            "這一項剛有新的範疇說明；請先看過，再決定是否另寫。",
            "Somebody has just noted something on this item; read it before you write another note.",
        )


def _sound(note: Note) -> dict[str, str]:
    said = {name: " ".join(note.topic.split()) if name == "topic" else _text(note, name) for name in _LENGTHS}
    for name, longest in _LENGTHS.items():
        if not said[name]:
            raise bad_input(name, "這一欄不能空白。", "This cannot be left blank.")
        if len(said[name]) > longest:
            raise bad_input(name, f"請在{longest}字以內。", f"Write {longest} characters at most.")
    return said


def _text(note: Note, name: str) -> str:
    text: str = getattr(note, name)
    return text.strip()


def _refuse_same(version: ItemVersion, said: dict[str, str]) -> None:
    newest = next((each.newest for each in topics_of(version.item_id) if each.name == said["topic"]), None)
    if newest is not None and (newest.zh, newest.en, newest.source) == (
        said["zh"],
        said["en"],
        said["source"],
    ):
        raise bad_input(
            "zh",
            "內容與這個主題現在的說明相同。",
            "The topic's note says this already; there is nothing new.",
        )
