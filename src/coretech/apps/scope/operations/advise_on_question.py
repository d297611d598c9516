"""An expert's opinion on one technology, after agreement and declaration (arts. 8, 11 and 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.scope.facts import reader_of, sealed_matter
from coretech.apps.scope.keeping import place_of_opinion, sealed
from coretech.apps.scope.letters import tell_officers
from coretech.apps.scope.models import ExpertOpinion, NamedReader, Question, Verdict
from coretech.apps.scope.queries import find_technology
from coretech.apps.scope.states import OPEN
from coretech.apps.scope.taking import lock_question, require_text
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


def check(by: Acting, question: Question) -> NamedReader:
    """This person as an expert named to the question, to whom what is sealed opens, while no answer is given."""
    allow(by, Action.ADVISE_SCOPE, sealed_matter(by, question))
    reader = reader_of(by, question)
    if reader is None or reader.part != NamedReader.Part.EXPERT or question.state not in OPEN:
        raise wrong_state(
            "專家意見由獲指名的專家在答覆前提出。",
            "An opinion is given by an expert named to the question, before it is answered.",
        )
    return reader


@operation
def advise_on_question(by: Acting, number: str, place: int, verdict: str, text: str) -> Act:
    """Keep the opinion, sealed with the question; a later one is added to it."""
    question = lock_question(by, number)
    reader = check(by, question)
    technology = find_technology(question, place)
    if verdict not in Verdict.values:
        raise bad_input("verdict", "請選擇意見。", "Choose an opinion.")
    words = require_text("text", text)
    row = ExpertOpinion.objects.create(
        reader=reader,
        technology=technology,
        verdict=verdict,
        sealed=sealed(question, words, *place_of_opinion(technology.pk, reader.pk)),
        at=by.at,
    )
    act = record(
        by,
        "question.advised",
        question.subject,
        public={"place": place},
        confidential={"reader": reader.pk, "verdict": verdict},
        rows=[row],
    )
    told = Sentence(f"範疇詢問{number}有專家意見", f"An expert advised on question {number}")
    tell_officers(by, act, question, told)
    return act
