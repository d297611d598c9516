"""Lights and standings as tags, and the counts beside a measure."""

from coretech.apps.reports.measured.standing_of import Stood, heaviest
from coretech.engines.progress.lights import Light
from coretech.engines.progress.schedule import Standing
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr

COLOURS = {Light.GREEN: "green", Light.AMBER: "yellow", Light.RED: "red", Light.GREY: "grey"}
STANDINGS = {
    Standing.NOT_YET: "grey",
    Standing.UNDER_WAY: "blue",
    Standing.DONE: "green",
    Standing.LATE: "orange",
    Standing.OVERDUE: "red",
    Standing.UNKNOWN: "grey",
}
_DIFFERS = Sentence("承辦人判斷不同", "The officer sees it otherwise")
_TOLD = (Standing.OVERDUE, Standing.LATE, Standing.DONE)
_SHORT = {
    Standing.OVERDUE: Sentence("逾期", "overdue"),
    Standing.LATE: Sentence("遲未開始", "late"),
    Standing.DONE: Sentence("完成", "done"),
}


def light_tag(light: Light) -> Tag:
    """A light as a tag; its word says it, the colour only helps."""
    return Tag(light.said, COLOURS[light])


def standing_tag(standing: Standing) -> Tag:
    """A work item's standing as a tag."""
    return Tag(standing.said, STANDINGS[standing])


def tags_of(stood: Stood | None) -> list[Tag]:
    """A measure's light, and that the officer judges otherwise where that is so; none before the first report."""
    if stood is None:
        return []
    own = [Tag(_DIFFERS, "purple")] if stood.differs else []
    return [light_tag(stood.light), *own]


def counts_of(stood: Stood | None) -> str:
    """How many work items are overdue, late and done; nothing where there are none."""
    if stood is None:
        return ""
    found = [(_SHORT[each], stood.counts[each]) for each in _TOLD if stood.counts[each]]
    return tr("、", ", ").join(tr(f"{words.zh}{count}項", f"{count} {words.en}") for words, count in found)


def lights_together(stood: list[Stood]) -> str:
    """How many measures below something have which light; lights are counted and never averaged."""
    counted = [(light, sum(each.light is light for each in stood)) for light in COLOURS]
    return tr("、", ", ").join(f"{say(light.said)} {count}" for light, count in counted if count)


def needs_attention(stood: Stood) -> bool:
    """Whether a measure is one of the few to look at first."""
    return heaviest([stood.light]) is Light.RED or stood.differs or bool(stood.counts[Standing.OVERDUE])
