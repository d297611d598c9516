"""Writing the next version of a profile: the draft as a whole, seen by its authority only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.people.models import Agency
from coretech.apps.profiles.access import allow_keeping, no_such_profile
from coretech.apps.profiles.models import Profile, ProfileDraft
from coretech.apps.profiles.queries import draft_of
from coretech.engines.profiles.content import ContentError, content_of, digest_of
from coretech.engines.profiles.sections import BY_KEY
from coretech.kit.refusal import Refused, bad_input, wrong_state

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LONGEST = {"zh": 120, "en": 200}


@dataclass(frozen=True, slots=True)
class NewProfile:
    """The names of a profile there is not yet, and the agency that will keep it."""

    zh: str
    en: str
    authority: str


def check(by: Acting, profile: Profile) -> None:
    """Whether this person keeps the profile."""
    allow_keeping(by, profile.authority.code)


@operation
def draft_profile(
    by: Acting, slug: str, content: Mapping[str, object], seen: str = "", new: NewProfile | None = None
) -> Act:
    """Keep the draft; ``seen`` is the digest of the draft that was changed, empty where there was none.

    ``new`` makes a profile of that name first.
    """
    hold(f"profile:{slug}")
    profile = _found(slug) if new is None else _made(by, slug, new)
    check(by, profile)
    draft = draft_of(profile)
    require_seen(draft, seen)
    kept = _sound(content)
    if draft is None:
        draft = ProfileDraft(profile=profile, based_on=profile.newest)
    draft.content, draft.changed_at = kept, by.at
    draft.save()
    public = {"slug": slug, "based_on": draft.based_on}
    return record(by, "profile.drafted", profile.subject, public=public)


def require_seen(draft: ProfileDraft | None, seen: str) -> None:
    """Refuse (HTTP 409) whoever has not seen the draft as it stands."""
    if seen != ("" if draft is None else digest_of(draft.content)):
        raise wrong_state(
            "您開啟後草稿已有變動，請重新開啟再改。", "The draft was changed meanwhile; open it again."
        )


def faulty(error: ContentError) -> Refused:
    """Everything to correct as one refusal, which names the first place (HTTP 422)."""
    first, more = error.faults[0], len(error.faults) - 1
    section = BY_KEY.get(first.section)
    title = (first.section, first.section) if section is None else (section.title.zh, section.title.en)
    field = ".".join(filter(None, (first.section, str(first.row or ""), first.column)))
    zh = f"「{title[0]}」第{first.row}列{first.column}：{first.sentence.zh}"
    en = f"“{title[1]}”, row {first.row}, {first.column}: {first.sentence.en}"
    tail = (f"；另有{more}處。", f"; and {more} more.") if more else ("。", ".")
    return bad_input(field, f"{zh}{tail[0]}", f"{en}{tail[1]}")


def _sound(content: Mapping[str, object]) -> dict[str, list[dict[str, str]]]:
    try:
        return content_of(content)
    except ContentError as error:
        raise faulty(error) from error


def _found(slug: str) -> Profile:
    profile = Profile.objects.select_related("authority").filter(slug=slug).first()
    if profile is None:
        raise no_such_profile(slug)
    return profile


def _made(by: Acting, slug: str, new: NewProfile) -> Profile:
    allow_keeping(by, new.authority)
    if not _SLUG.fullmatch(slug):
        raise bad_input(
            "slug",
            "代碼請用小寫英數字與連字號，最多40字。",
            "Lower-case letters, digits and hyphens, at most 40.",
        )
    if slug in {"new", "import"} or Profile.objects.filter(slug=slug).exists():
        raise bad_input("slug", "這個代碼已有人使用，請另取一個。", "This code is taken; choose another.")
    for name, longest in _LONGEST.items():
        value: str = getattr(new, name)
        if not 0 < len(value.strip()) <= longest:
            raise bad_input(
                name, f"請填寫，最多{longest}字。", f"Fill this in, at most {longest} characters."
            )
    agency = Agency.objects.get(code=new.authority)
    return Profile.objects.create(slug=slug, zh=new.zh.strip(), en=new.en.strip(), authority=agency)
