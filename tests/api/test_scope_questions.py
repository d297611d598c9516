"""Official scope questions over the API."""

from collections.abc import Callable

from coretech.apps.scope.models import Question
from tests.api.caller import BASE, Caller, json_of, problem_of
from tests.factories import scope_factories as scope

Named = Callable[[str], Caller]
GIVEN = {
    "asker": "company",
    "sender": scope.SENDER,
    "organisation": scope.COMPANY,
    "contact": scope.CONTACT,
    "technologies": [{"name": "天線", "description": "相位陣列。", "items": [12], "secret": scope.SECRET}],
}


def test_anybody_asks_and_follows_it_and_no_secret_and_no_name_comes_back(public: Caller) -> None:
    sent = public.post("/scope/questions", GIVEN)

    assert sent.status_code == 201
    receipt = json_of(sent)
    followed = public.read(receipt["follow"].removeprefix(BASE))
    assert (followed["number"], followed["state"]) == ("114-Q-0001", "received")
    assert followed["technologies"][0]["sealed"] == 1
    assert scope.SECRET not in str(followed)
    assert scope.SENDER not in str(followed)


def test_bad_input_names_its_field(public: Caller) -> None:
    unsure = GIVEN | {"technologies": [{"name": "天線", "description": "相位陣列。"}]}

    assert problem_of(public.post("/scope/questions", unsure), 422)["field"] == "authority"
    assert problem_of(public.post("/scope/questions", GIVEN | {"technologies": []}), 422)


def test_the_authority_handles_it_from_taking_to_answer(public: Caller, caller: Named) -> None:
    question = scope.received(scope.of())
    officer, one = caller("agency-nstc"), f"/scope/questions/{question.number}"
    follow = f"/scope/questions/follow/{scope.secret(question)}"
    assert officer.read("/scope/questions")["items"][0]["contact"] == scope.CONTACT
    problem_of(caller("office").post(f"{one}/taking"), 403)
    officer.done(f"{one}/taking")
    officer.done(f"{one}/question-back", {"text": "頻段？"})
    public.done(f"{follow}/reply", {"text": "Ka。"})
    stale = {"answers": [{"place": 1, "verdict": "out", "reasons": "無涉。"}], "seen": 1}
    problem_of(officer.post(f"{one}/answers", stale), 409)

    officer.done(f"{one}/answers", stale | {"seen": 4})

    told = public.read(follow)["technologies"][0]["answer"]
    assert (told["verdict"], told["reasons"], told["standing"]) == ("out", "無涉。", "holds")
    assert officer.read(one)["technologies"][0]["answer"]["reasons"] is None


def test_it_is_transferred_and_withdrawn(public: Caller, caller: Named) -> None:
    question = scope.received(scope.of())
    officer = caller("agency-nstc")
    officer.done(f"/scope/questions/{question.number}/transfer", {"authority": "moea", "why": "屬經濟部。"})
    problem_of(officer.get(f"/scope/questions/{question.number}"), 404)

    public.done(f"/scope/questions/follow/{scope.secret(question)}/withdrawal")

    assert Question.objects.get().state == "withdrawn"
    problem_of(public.get("/scope/questions/follow/not-the-secret"), 404)


def test_published_answers_are_for_everybody(public: Caller) -> None:
    digest = scope.published()

    (found,) = public.read("/scope/answers?words=antenna&no=12")
    assert found == public.read(f"/scope/answers/{digest.number}")
    assert (found["verdict"], found["valid"]) == ("in", True)
    problem_of(public.get("/scope/answers/114-D-9999"), 404)
