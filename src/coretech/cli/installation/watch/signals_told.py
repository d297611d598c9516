"""How ``coretech signal`` tells technologies, signals, assessments and entries of the scan log."""

from collections.abc import Callable

from coretech.apps.watch.models import Assessment
from coretech.apps.watch.scanning.assessing import VERDICTS, Followed
from coretech.apps.watch.scanning.scans import Look
from coretech.apps.watch.signals.signal import KINDS, Signal
from coretech.cli.installation.told import moment
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

Line = Callable[[str], list[object]]
Row = tuple[dict[str, object], Line]

_NOT_YET = Sentence("未評估", "not assessed")
_NOTHING = Sentence("沒有發現", "nothing found")


def topic_told(each: Followed) -> Row:
    """A technology: its key, what is new, all there is, what was made of it."""
    past = each.assessment
    verdict = _NOT_YET if past is None else VERDICTS[Assessment.Verdict(past.verdict)]
    name, fresh, every = each.topic.name, len(each.fresh), len(each.signals)
    data: dict[str, object] = {
        "topic": each.topic.key,
        "name": name.as_dict(),
        "fresh": fresh,
        "signals": every,
        "verdict": None if past is None else past.verdict,
    }
    return data, lambda language: [
        each.topic.key,
        f"{fresh}/{every}",
        verdict.say(language),
        name.say(language),
    ]


def signal_told(each: Signal) -> Row:
    """A signal: when, of which kind, what, and the key an assessment cites it by; ``–`` where it may not be cited."""
    when = each.dated or each.at.astimezone(TAIPEI).date().isoformat()
    data: dict[str, object] = {
        "key": each.key,
        "kind": each.kind.value,
        "at": moment(each.at),
        "dated": each.dated,
        "what": each.what.as_dict(),
        "source": each.source.as_dict(),
        "href": each.href,
        "shared": each.shared,
    }
    return data, lambda language: [
        each.key if each.shared else "–",
        when,
        KINDS[each.kind].say(language),
        each.what.say(language),
        each.source.say(language),
    ]


def assessment_data(row: Assessment) -> dict[str, object]:
    """An assessment for programs."""
    return {
        "id": row.pk,
        "verdict": row.verdict,
        "reasons": row.reasons,
        "at": moment(row.at),
        "sources": row.sources,
    }


def look_told(each: Look) -> Row:
    """An entry of the scan log."""
    data: dict[str, object] = {
        "origin": each.origin.value,
        "looked_on": each.looked_on.isoformat(),
        "who": each.who.as_dict(),
        "what": each.what.as_dict(),
        "region": each.region,
        "sources": each.sources.as_dict(),
        "found": None if each.found is None else each.found.as_dict(),
        "links": list(each.links),
    }
    return data, lambda language: [
        each.looked_on.isoformat(),
        each.what.say(language),
        _one_line(each.sources.say(language)),
        _one_line((each.found or _NOTHING).say(language)),
        each.who.say(language),
    ]


def _one_line(words: str) -> str:
    return "；".join(words.split("\n"))
