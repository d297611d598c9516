"""The checklist as a document."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.documents.files import DocumentFile
from coretech.apps.register.obligations import ACTORS, CHECKED, NO_ADVICE, TIES, VERBS, Followed, Follows
from coretech.apps.reports.printed.printing import Press, Printed, file_of
from coretech.engines.documents.model import Block, Language
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

_HEADINGS = (
    Sentence("性質", "Kind"),
    Sentence("內容", "What"),
    Sentence("對象", "Who"),
    Sentence("自何時", "Since"),
    Sentence("依據與來源", "Law and source"),
)
_WIDTHS = (1.0, 4.0, 1.6, 1.4, 3.2)


def checklist(by: Acting, follows: Follows, number: int, form: str, language: Language) -> DocumentFile:
    """What follows for an item as ODT or PDF (HTTP 404 for another form)."""
    press = Press(language)
    version = follows.version
    name = Sentence(f"第{number}項", f"Item {number}") if version is None else version.name
    title = Sentence(f"列入清單之後：{name.zh}", f"What follows: {name.en}")
    return file_of(by, Printed(title, tuple(_blocks(press, follows)), f"follows-{number}"), form, language)


def _blocks(press: Press, follows: Follows) -> Iterator[Block]:
    yield press.note(NO_ADVICE)
    if follows.actor is not None:
        yield press.facts([(Sentence("對象", "For"), ACTORS[follows.actor])])
    for place, (tie, duties) in enumerate(follows.groups):
        yield press.section(place, TIES[tie])
        yield press.table(_HEADINGS, [_row(press, each) for each in duties], _WIDTHS)


def _row(press: Press, each: Followed) -> tuple[Sentence | str, ...]:
    duty = each.duty
    who = [press.say(words) for actor, words in ACTORS.items() if actor in duty.actors]
    what = press.say(duty.what) + ("" if duty.note is None else f"\n{press.say(duty.note)}")
    since = "–" if each.since is None else press.say(said(each.since))
    unsure = "" if each.unsure is None else f"\n{press.say(each.unsure)}"
    law = f"{press.say(duty.law.name)} {press.say(duty.place)}"
    sources = "\n".join(f"{press.say(source.name)} {source.url}".strip() for source in duty.sources)
    comma = press.say(Sentence("、", ", "))
    checked = press.say(CHECKED[duty.checked])
    return VERBS[duty.verb], what, comma.join(who), since + unsure, f"{law}\n{sources}\n{checked}"
