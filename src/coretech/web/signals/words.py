"""Signals, assessments and entries of the scan log as pages print them."""

from collections.abc import Iterable

from markupsafe import Markup

from coretech.apps.watch.models import Assessment
from coretech.apps.watch.scanning.assessing import VERDICTS
from coretech.apps.watch.scanning.scans import Look
from coretech.apps.watch.signals.signal import COLOURS, KINDS, Kind, Signal
from coretech.apps.watch.signals.topics import Topic
from coretech.kit.clock import TAIPEI
from coretech.web.crosswalk.words import localized
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say, tr

_TAG = Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>')
_LINK = Markup('<a class="govuk-link" href="{}">{}</a>')
_OUT = Markup('<a class="govuk-link ct-address" href="{}" rel="noreferrer external">{}</a>')
_VERDICT_COLOURS = {
    Assessment.Verdict.WATCH: "blue",
    Assessment.Verdict.PROPOSE: "orange",
    Assessment.Verdict.NONE: "grey",
}


def named(topic: Topic) -> str:
    """A technology with its number on our list."""
    return say(topic.name) if topic.number is None else f"{topic.number}. {say(topic.name)}"


def kind_tag(kind: str) -> Markup:
    """Where a signal comes from, as a word on its colour."""
    of = Kind(kind)
    return _TAG.format(COLOURS[of], say(KINDS[of]))


def verdict_tag(verdict: str) -> Markup:
    """What somebody made of the signals, as a word on its colour."""
    of = Assessment.Verdict(verdict)
    return _TAG.format(_VERDICT_COLOURS[of], say(VERDICTS[of]))


def new_tag() -> Markup:
    """That a signal came after the assessment."""
    return _TAG.format("red", tr("新", "New"))


def day_of(signal: Signal) -> str | Markup:
    """The day it happened as its source tells it, and since when we know where that is another."""
    known = signal.at.astimezone(TAIPEI).date()
    if not signal.dated or signal.dated == known.isoformat():
        return both_dates(known)
    told = Markup('<br><span class="govuk-hint govuk-!-font-size-16">{}{}</span>')
    return Markup("{}{}").format(signal.dated, told.format(tr("得知：", "known: "), both_dates(known)))


def brief_day(signal: Signal) -> str:
    """The day it happened, as its source tells it; since when we know where that tells none."""
    return signal.dated or signal.at.astimezone(TAIPEI).date().isoformat()


def row_of(signal: Signal, *, fresh: bool) -> list[object]:
    """A signal as a row: day, kind, what moved with the way to it, and what tells it."""
    what = linked(signal.href, say(signal.what))
    mark = Markup("{} {}").format(new_tag(), what) if fresh else what
    return [day_of(signal), kind_tag(signal.kind), mark, say(signal.source)]


def linked(href: str, words: str) -> Markup:
    """Words that lead to a page of ours, or the words alone."""
    return _LINK.format(localized(href), words) if href else Markup("{}").format(words)


def look_row(look: Look) -> list[object]:
    """An entry of the scan log as a row; `coretech.web.signals.scanning` names the columns."""
    found = tr("沒有發現", "Nothing found") if look.found is None else say(look.found)
    return [
        both_dates(look.looked_on),
        linked(look.href, say(look.what)),
        _lines(say(look.sources).splitlines(), look.links),
        found,
        say(look.who),
    ]


def _lines(sources: Iterable[str], links: Iterable[str]) -> Markup:
    """Sources, each on a line of its own, then the addresses."""
    told = [Markup("{}").format(each) for each in sources]
    return Markup("<br>").join([*told, *(_OUT.format(each, each) for each in links)])
