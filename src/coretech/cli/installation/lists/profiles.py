"""``coretech profile``: technology profiles: list, show, draft, publish, discard."""

from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.profiles.models import Profile
from coretech.apps.profiles.operations.discard_draft import discard_draft
from coretech.apps.profiles.operations.draft_profile import NewProfile, draft_profile
from coretech.apps.profiles.operations.publish_profile import publish_profile
from coretech.apps.profiles.queries import (
    begun_from,
    draft_of,
    kept_profile,
    newest_of,
    profile_of,
    published,
    version_of,
)
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.told import Told, table
from coretech.cli.json_input import parse_object
from coretech.cli.plan_read import File, bytes_in
from coretech.engines.profiles.content import Content, digest_of, empty
from coretech.engines.profiles.sections import SECTIONS
from coretech.kit.refusal import bad_input

app = group("技術特徵：列出、閱讀、起草、發布", "technology profiles: list, read, draft, publish")

Slug = Annotated[
    str, typer.Argument(metavar="PROFILE", help="代碼（見 profile list） / the profile, see profile list")
]


@reads(app, "list")
def list_profiles(by: Acting) -> Told:  # noqa: ARG001 - the door gives it; everybody sees the same
    """列出已發布的技術特徵 / Every published profile with its newest version."""
    found = list(published())
    data = [{"profile": each.slug, "zh": each.zh, "en": each.en, "version": each.newest} for each in found]
    return Told(
        data,
        lambda language: (
            table([(each.slug, each.newest, each.name.say(language)) for each in found]) if found else []
        ),
    )


@reads(app, "show")
def show(
    by: Acting,
    profile: Slug,
    *,
    version: Annotated[
        int | None, typer.Option("--version", metavar="N", help="較早的一版 / an earlier version")
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="草稿（主管機關） / the draft, for its authority")
    ] = False,
) -> Told:
    """一份技術特徵；--json 可存檔修改後再起草 / One profile; --json gives what `draft` takes."""
    found = kept_profile(by, profile) if draft else profile_of(by, profile)
    content = _content(found, version, draft=draft)
    return Told(dict(content), lambda language: _lines(content, language))


@writes(app, "new")
def new(
    by: Acting,
    profile: Slug,
    zh: Annotated[str, typer.Option("--zh", help="中文名稱 / its name")],
    en: Annotated[str, typer.Option("--en", help="英文名稱 / its English name")],
    authority: Annotated[
        str, typer.Option("--authority", metavar="AGENCY", help="主管機關 / who will keep it")
    ],
) -> Act:
    """開始一份新的技術特徵，發布前只有主管機關看得到 / Begin a profile; only its authority sees it yet."""
    return draft_profile(by, profile, empty(), new=NewProfile(zh, en, authority))


@writes(app, "draft")
def draft_file(by: Acting, profile: Slug, file: File) -> Act:
    """以 JSON 檔寫整份草稿 / Write the whole draft from a JSON file as `show --json` gives it."""
    return draft_profile(by, profile, parse_object(bytes_in(file)), _seen(by, profile))


@writes(app, "publish")
def publish(
    by: Acting,
    profile: Slug,
    why: Annotated[str, typer.Option("--why", help="這一版改了什麼 / what changed in this version")],
) -> Act:
    """發布草稿為新的一版 / Publish the draft as the next version."""
    return publish_profile(by, profile, _seen(by, profile), why)


@writes(app, "discard")
def discard(by: Acting, profile: Slug) -> Act:
    """刪除草稿 / Give up the draft; what is published stays."""
    return discard_draft(by, profile, _seen(by, profile))


def _seen(by: Acting, slug: str) -> str:
    """The digest of the draft as it stands: a command is given on what there is at that moment."""
    draft = draft_of(kept_profile(by, slug))
    return "" if draft is None else digest_of(draft.content)


def _content(profile: Profile, version: int | None, *, draft: bool) -> Content:
    if draft:
        found = draft_of(profile)
        begun: Content = begun_from(profile) if found is None else found.content
        return begun
    chosen = newest_of(profile) if version is None else version_of(profile, version)
    if chosen is None:
        raise bad_input("profile", "還沒有發布；請用 --draft。", "It is not published yet; use --draft.")
    content: Content = chosen.content
    return content


def _lines(content: Content, language: str) -> list[str]:
    """Each section with its rows, a line each: what is told in this language."""
    other = "_en" if language == "zh" else "_zh"
    found = []
    for section in SECTIONS:
        rows = content.get(section.key, ())
        if rows:
            found.append(f"{section.title.say(language)}：" if language == "zh" else f"{section.title.en}:")
        for row in rows:
            cells = [value for name, value in row.items() if value and not f"_{name}".endswith(other)]
            found.append("  " + " · ".join(cells))
    return found
