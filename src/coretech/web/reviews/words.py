"""How reviews are named on pages."""

from coretech.apps.register.models import AnnualReview
from coretech.apps.register.reviews import Reviewed
from coretech.kit.sentence import Sentence
from coretech.law.duties.duty import Status
from coretech.web.shell.parts import Tag

VERDICTS = {
    AnnualReview.Verdict.FITS: Tag(Sentence("仍符合", "Still fits"), "green"),
    AnnualReview.Verdict.CHANGE: Tag(Sentence("需要變更", "Needs change"), "orange"),
    AnnualReview.Verdict.REMOVAL: Tag(Sentence("應予廢止", "Should go"), "red"),
}
STATUSES = {
    Status.MET: Tag(Sentence("全部完成", "All reviewed"), "green"),
    Status.DUE: Tag(Sentence("尚未完成", "Still owed"), "blue"),
    Status.MISSED: Tag(Sentence("逾期未檢討", "Missed duty"), "red"),
}
_TO_DO = Tag(Sentence("尚未檢討", "To review"), "blue")
_MISSED = Tag(Sentence("未檢討", "Not reviewed"), "red")
_NOT_OWED = Tag(Sentence("本年列入，次年起檢討", "New, owed from next year"), "grey")


def verdict_tag(review: AnnualReview) -> Tag:
    """What a review found."""
    return VERDICTS[AnnualReview.Verdict(review.verdict)]


def item_tag(item: Reviewed, *, over: bool) -> Tag:
    """Where an item stands in a year; ``over`` is whether the year has passed."""
    if item.review is not None:
        return verdict_tag(item.review)
    if not item.owed:
        return _NOT_OWED
    return _MISSED if over else _TO_DO
