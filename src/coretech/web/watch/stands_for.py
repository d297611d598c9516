"""What a watched technology stands for: the item of our list and those of others' lists, each with its page."""

from collections.abc import Iterator

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.watch.models import WatchedTechnology
from coretech.apps.watch.signals.gathering import require_reader
from coretech.apps.watch.signals.listed import items_of
from coretech.web.lists.words import title_of
from coretech.web.shell.words import say, tr

_LINK = Markup('<a class="govuk-link" href="{}">{}</a>')


def stands_for(technology: WatchedTechnology) -> Iterator[Markup]:
    """The item of the register first, then every item of other lists."""
    number = technology.item
    if number is not None:
        words = tr(f"清單第{number}項", f"Item {number} of the register")
        yield _LINK.format(reverse("register_item", args=[number]), words)
    for item in items_of([technology.code]).get(technology.code, ()):
        address = reverse("list_item", args=[item.version.code, item.code])
        yield _LINK.format(address, f"{title_of(item.version)} {item.code} {say(item.name)}")


def signals_address(by: Acting, technology: WatchedTechnology) -> str:
    """Where its signals are, for whoever reads them; empty for others."""
    if refusal_of(require_reader, by) is not None:
        return ""
    key = technology.code if technology.item is None else f"item-{technology.item}"
    return reverse("signals_of", args=[key])
