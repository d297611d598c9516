"""Drafting a digest of an answer without its asker, who is asked for objections before anybody reads it."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.redaction import told
from coretech.apps.register.queries import in_force
from coretech.apps.scope.anonymity import names_in, shared_with_secrets
from coretech.apps.scope.letters import tell_asker
from coretech.apps.scope.models import Answer, AnswerDigest, Question
from coretech.apps.scope.queries import find_technology
from coretech.apps.scope.receiving import next_digest_number
from coretech.apps.scope.standing import newest_answer
from coretech.apps.scope.taking import check_reading_officer, lock_question, require_text
from coretech.apps.scope.targets import OBJECTION_DAYS, days
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence

_LONGEST = {"name_zh": 200, "name_en": 300, "reasons_zh": 3000, "reasons_en": 5000}


@dataclass(frozen=True, slots=True)
class Draft:
    """The technology and the reasons in both languages, in words that point at nobody."""

    name_zh: str
    name_en: str
    reasons_zh: str
    reasons_en: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All of it."""
        return self.name_zh, self.name_en, self.reasons_zh, self.reasons_en


def check(by: Acting, question: Question) -> None:
    """Whether this person may draft: an officer to whom what is sealed opens, once the question is answered."""
    check_reading_officer(by, question)
    if question.state != Question.State.ANSWERED:
        raise wrong_state("答覆後才能擬公開摘要。", "A digest is drafted once the question is answered.")


def passages(by: Acting, question: Question, draft: Draft) -> list[str]:
    """The passages of the draft that stand in what the asker sealed, the list's own words apart (HTTP 403)."""
    check(by, question)
    listed = in_force(by.today)
    public = [text for row in listed for text in (row.name_zh, row.name_en, row.scope_zh, row.scope_en)]
    return shared_with_secrets(question, draft.texts, public)


@operation
def draft_digest(by: Acting, number: str, place: int, draft: Draft, *, confirmed: bool = False) -> Act:
    """Keep the draft and put it to the asker; ``confirmed`` says that the passages it shares were looked at."""
    question = lock_question(by, number)
    check(by, question)
    _refuse_bad(by, question, draft, confirmed=confirmed)
    technology = find_technology(question, place)
    answer = newest_answer(list(technology.answers.select_related("item")))
    if answer is None:
        raise wrong_state("這項技術尚無答覆。", "Nothing is answered about this technology.")
    row = _kept(by, answer, draft)
    act = record(by, "digest.put", row.subject, public={"objections_until": row.objections_until.isoformat()})
    asked = Sentence(
        f"您的詢問{number}擬公開去識別化摘要，請開啟下列網址表示意見",
        f"We mean to publish an anonymous digest of question {number}; open the address below to object or agree",
    )
    tell_asker(act, question, asked)
    return act


def _kept(by: Acting, answer: Answer, draft: Draft) -> AnswerDigest:
    found = AnswerDigest.objects.select_for_update().filter(answer=answer).first()
    if found is not None and found.state == AnswerDigest.State.PUBLISHED:
        raise wrong_state("這則摘要已公開。", "This digest is published already.")
    row = found or AnswerDigest(answer=answer, number=next_digest_number(by.today))
    row.name_zh, row.name_en = draft.name_zh.strip(), draft.name_en.strip()
    row.reasons_zh, row.reasons_en = draft.reasons_zh.strip(), draft.reasons_en.strip()
    row.state, row.objection = AnswerDigest.State.PUT, ""
    row.put_at, row.objections_until = by.at, by.today + days(OBJECTION_DAYS, by.today)
    row.save()
    return row


def _refuse_bad(by: Acting, question: Question, draft: Draft, *, confirmed: bool) -> None:
    for field, longest in _LONGEST.items():
        require_text(field, getattr(draft, field), longest)
    if found := names_in(question, draft.texts):
        words = told(found)
        raise bad_input(
            "reasons_zh",
            f"摘要不得指向任何人，請刪去：{words.zh}。",
            f"A digest points at nobody; take out {words.en}.",
        )
    shared = passages(by, question, draft)
    if shared and not confirmed:
        words = Sentence("」「".join(shared), "”, “".join(shared))
        raise bad_input(
            "confirmed",
            f"這些字句與加密內容相同：「{words.zh}」。請改寫；確認不屬機密者，請勾選確認後送出。",
            f"These words stand in what was sealed: “{words.en}”. Rewrite them, or confirm that none is secret.",
        )
