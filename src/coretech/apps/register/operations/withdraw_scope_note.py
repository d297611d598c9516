"""Taking back what an authority noted on a topic of an item's scope; what was noted stays on record."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.register.asked import listed_item
from coretech.apps.register.models import ScopeNote
from coretech.apps.register.operations.note_scope import LONGEST_SOURCE, check, require_seen
from coretech.apps.register.scope_notes import topics_of
from coretech.kit.refusal import bad_input

__all__ = ["check", "withdraw_scope_note"]


@operation
def withdraw_scope_note(by: Acting, number: int, topic: str, why: str, seen: int | None = None) -> Act:
    """Write that the topic's note counts no longer, and why."""
    version = listed_item(number, by.today)
    check(by, version)
    reason = why.strip()
    if not reason:
        raise bad_input("why", "請寫明為什麼撤回。", "Say why it is withdrawn.")
    if len(reason) > LONGEST_SOURCE:
        raise bad_input("why", f"請在{LONGEST_SOURCE}字以內。", f"Write {LONGEST_SOURCE} characters at most.")
    hold(f"scope:{number}")
    require_seen(version, seen)
    if topic not in {each.name for each in topics_of(version.item_id) if not each.withdrawn}:
        raise bad_input(
            "topic", "這個主題沒有可以撤回的說明。", "There is no note on that topic to withdraw."
        )
    kept = ScopeNote.objects.create(
        item=version.item, topic=topic, source=reason, authority=version.authority, noted_at=by.at
    )
    return record(
        by,
        "register.scope_note_withdrawn",
        f"register-item/{number}",
        public={"authority": version.authority.code, "topic": topic, "why": reason},
        rows=[kept],
    )
