"""Publishing the draft as the next version, which is never changed again."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.profiles.access import allow_keeping
from coretech.apps.profiles.models import Profile, ProfileDraft, ProfileVersion
from coretech.apps.profiles.operations.draft_profile import require_seen
from coretech.apps.profiles.queries import draft_of, kept_profile, newest_of
from coretech.engines.profiles.content import digest_of
from coretech.kit.refusal import bad_input, wrong_state

_LONGEST = 300


def check(by: Acting, profile: Profile) -> ProfileDraft:
    """Whether this person may publish, and the draft there is to publish; it must follow the newest version."""
    allow_keeping(by, profile.authority.code)
    draft, newest = draft_of(profile), newest_of(profile)
    if draft is None:
        raise wrong_state("沒有草稿可以發布。", "There is no draft to publish.")
    if not draft.content["description"]:
        raise wrong_state("請先寫「描述」再發布。", "Write the description before you publish.")
    if newest is not None and newest.content == draft.content:
        raise wrong_state(
            "草稿與現行版本相同，不必發布。", "The draft says what the newest version says already."
        )
    return draft


@operation
def publish_profile(by: Acting, slug: str, seen: str, why: str) -> Act:
    """Make the draft the newest version; ``seen`` is its digest, ``why`` what a reader is told of the change."""
    hold(f"profile:{slug}")
    profile = kept_profile(by, slug)
    draft = check(by, profile)
    require_seen(draft, seen)
    if not 0 < len(why.strip()) <= _LONGEST:
        raise bad_input(
            "why", f"請寫明改了什麼，最多{_LONGEST}字。", f"Say what changed, at most {_LONGEST} characters."
        )
    version = ProfileVersion.objects.create(
        profile=profile,
        number=profile.newest + 1,
        content=draft.content,
        published_at=by.at,
        why=why.strip(),
    )
    profile.newest = version.number
    profile.save(update_fields=["newest"])
    draft.delete()
    public = {"slug": slug, "version": version.number, "sha256": digest_of(version.content)}
    return record(by, "profile.published", profile.subject, public=public, rows=[version])
