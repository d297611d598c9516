"""Adding a version of minutes."""

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.content import Content, as_json, digest_of
from coretech.apps.meetings.models import Minutes, MinutesVersion


def add_version(
    by: Acting, minutes: Minutes, content: Content, *, correction: bool = False, why: str = ""
) -> MinutesVersion:
    """The next version, with the digest that signatures name."""
    kept = as_json(content)
    return MinutesVersion.objects.create(
        minutes=minutes,
        number=minutes.versions.count() + 1,
        correction=correction,
        why=why.strip(),
        content=kept,
        digest=digest_of(kept),
        written_at=by.at,
        written_by_id=by.account_id,
    )
