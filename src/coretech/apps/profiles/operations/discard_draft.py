"""Giving up the draft of a profile; what is published stays as it is."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.profiles.access import allow_keeping
from coretech.apps.profiles.models import Profile
from coretech.apps.profiles.operations.draft_profile import require_seen
from coretech.apps.profiles.queries import draft_of, kept_profile
from coretech.kit.refusal import wrong_state


def check(by: Acting, profile: Profile) -> None:
    """Whether this person keeps the profile."""
    allow_keeping(by, profile.authority.code)


@operation
def discard_draft(by: Acting, slug: str, seen: str) -> Act:
    """Delete the draft; ``seen`` is its digest."""
    hold(f"profile:{slug}")
    profile = kept_profile(by, slug)
    check(by, profile)
    draft = draft_of(profile)
    if draft is None:
        raise wrong_state("沒有草稿。", "There is no draft.")
    require_seen(draft, seen)
    draft.delete()
    return record(by, "profile.draft_discarded", profile.subject, public={"slug": slug})
