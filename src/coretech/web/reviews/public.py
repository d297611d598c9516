"""What the public learns of an item's yearly review: that it was, when, and with what verdict."""

from markupsafe import Markup

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.reviews import newest_review
from coretech.kit.clock import TAIPEI
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.web.reviews.words import verdict_tag
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say, tr

_LAST = Sentence("最近年度檢討", "Last yearly review")


def last_reviewed(version: ItemVersion) -> list[tuple[Sentence, str]]:
    """A row with the year, the verdict and the day of the newest review; none where there is none."""
    review = newest_review(version.item_id)
    if review is None:
        return []
    year, verdict = say(said_year(review.year)), say(verdict_tag(review).words)
    day = both_dates(review.reviewed_at.astimezone(TAIPEI).date())
    return [(_LAST, Markup("").join([year, tr("：", ": "), verdict, tr("，", ", "), day]))]
