"""Versions, their statuses and counts as pages print them."""

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.lists.models import ListVersion
from coretech.apps.lists.queries import Standing
from coretech.apps.lists.words import COLOURS, EFFECTS, STATUSES
from coretech.web.shell.words import say, tr


def version_link(each: Standing) -> Markup:
    """The version's title, leading to it."""
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("list_version", args=[each.code]), title_of(each.version)
    )


def title_of(version: ListVersion) -> str:
    """A list's title with the day of the version."""
    return f"{say(version.list.title)}{tr('（', ' (')}{version.dated}{tr('）', ')')}"


def status_tag(each: Standing) -> Markup:
    """Where a version stands, as a word on its colour."""
    return Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>').format(
        COLOURS[each.status], say(STATUSES[each.status])
    )


def effects_of(version: ListVersion) -> str:
    """What standing on a list brings, in words."""
    return tr("、", ", ").join(say(EFFECTS[each]) for each in version.effects)


def counted(each: Standing) -> Markup:
    """How many items are here and how many the issuer says there are, marked where some are missing."""
    stated = each.version.stated_count
    said = f"{each.here}／{stated}" if stated is not None else str(each.here)
    if each.version.complete:
        return Markup("{}").format(said)
    return Markup("{} {}").format(said, incomplete_tag())


def incomplete_tag() -> Markup:
    """That not all of a list is here."""
    return Markup('<strong class="govuk-tag govuk-tag--yellow">{}</strong>').format(
        tr("不完整", "Incomplete")
    )
