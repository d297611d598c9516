"""What moved, in words, with the countries leading to their pages."""

from markupsafe import Markup, escape

from coretech.apps.watch.counts.alerts import TechnologyAlert
from coretech.engines.watching.alerts import Moved
from coretech.web.shell.words import tr
from coretech.web.watch.words import country_link, percent


def moved_words(each: TechnologyAlert, kept: str) -> Markup:
    """Whose share rose or fell, or who leads now, and whether that is beyond the noise."""
    alert = each.alert
    if alert.kind is Moved.SHARE:
        way = (
            tr("{}的占比上升", "{}’s share rose")
            if alert.after > alert.before
            else tr("{}的占比下降", "{}’s share fell")
        )
        return escape(way).format(country_link(alert.country, kept))
    said = escape(tr("領先者由{}變為{}", "The leader was {}, and is {}")).format(
        country_link(alert.country_before, kept), country_link(alert.country, kept)
    )
    return said if alert.firm else said + tr("（差距在誤差內）", " (within the noise)")


def moved_line(each: TechnologyAlert, kept: str) -> Markup:
    """The same with the shares before and now."""
    alert = each.alert
    shares = tr(
        f"（{percent(alert.before)} → {percent(alert.after)}）",
        f" ({percent(alert.before)} → {percent(alert.after)})",
    )
    return moved_words(each, kept) + shares
