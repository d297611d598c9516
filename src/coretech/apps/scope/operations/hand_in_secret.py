"""The asker hands in something secret: sealed, and opened only to people named to the question."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.asked import LONGEST_SECRET, keep_secret
from coretech.apps.scope.models import Question
from coretech.apps.scope.queries import require_asker
from coretech.apps.scope.states import OPEN
from coretech.apps.scope.taking import lock_own, require_text
from coretech.kit.refusal import bad_input, wrong_state

MOST = 20
LONGEST_TITLE = 160


def check(by: Acting, question: Question) -> None:
    """Whether the question still waits for its answer."""
    require_asker(by)
    if question.state not in OPEN:
        raise wrong_state(
            f"詢問{question.number}已答覆或撤回，不再收件。",
            f"Question {question.number} is answered or withdrawn; nothing is taken in for it any more.",
        )


@operation
def hand_in_secret(by: Acting, secret: str, title: str, text: str) -> Act:
    """Seal a text; the log keeps that it came and nothing of what it says."""
    question = lock_own(secret)
    check(by, question)
    if question.sealed_texts.count() >= MOST:
        raise bad_input(
            "text", f"一件詢問至多{MOST}份加密文件。", f"A question holds {MOST} sealed texts at most."
        )
    named, words = require_text("title", title, LONGEST_TITLE), require_text("text", text, LONGEST_SECRET)
    row = keep_secret(by, question, named, words)
    return record(
        by, "question.secret_handed_in", question.subject, public={"characters": row.characters}, rows=[row]
    )
