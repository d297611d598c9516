"""Every comment with what became of it, as rows of a table; who sent them stays out."""

from collections.abc import Iterable, Iterator, Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Comment
from coretech.apps.cases.queries import all_comments
from coretech.kit.clock import TAIPEI
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.write import MEDIA_TYPES, Format

__all__ = ["MEDIA_TYPES", "Format", "comment_sheet"]

COLUMNS = (
    "預告文號 document_number",
    "意見編號 comment",
    "收到 received",
    "意見 text",
    "公開文字 published_text",
    "處理結果 disposition",
    "理由 reply",
    "處理日 disposed",
)


def comment_sheet(by: Acting, form: Format) -> bytes:
    """All comments with their dispositions as CSV or ODS, oldest first, for those who answer them (HTTP 403 otherwise).

    The text is the sender's own and may hold personal data; the published text is empty until there is a disposition.
    """
    rows = [list(COLUMNS), *_rows(all_comments(by).order_by("pre_announcement_id", "pk"))]
    return write_csv(rows) if form is Format.CSV else write_ods(rows, "comments")


def _rows(comments: Iterable[Comment]) -> Iterator[Sequence[str]]:
    for each in comments:
        done = each.disposed_at
        yield [
            each.pre_announcement.document_number,
            str(each.pk),
            each.received_at.astimezone(TAIPEI).strftime("%Y-%m-%d %H:%M"),
            each.text,
            each.public_text if each.disposition else "",
            each.disposition,
            each.reply,
            "" if done is None else done.astimezone(TAIPEI).date().isoformat(),
        ]
