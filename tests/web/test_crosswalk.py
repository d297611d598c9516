"""The pages of the crosswalk in both languages: matrix, mapping, queue, coverage, and who else lists an item."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from coretech.apps.lists.models import Mapping, MappingJudgement
from coretech.apps.register.models import RegisterItem
from tests.factories import crosswalk_factories
from tests.factories.crosswalk_factories import LEFT, RIGHT, accepted, exact, proposed
from tests.web.page_text import text_of

Visit = Callable[[str], Client]
PAIR = f"/crosswalk/{LEFT}/register/"


@pytest.fixture(autouse=True, scope="module")
def _lists(shared_stage: DjangoDbBlocker) -> None:
    with shared_stage.unblock():
        crosswalk_factories.lists()


pytestmark = pytest.mark.usefixtures("stage")


def both(address: str, client: Client) -> tuple[str, str]:
    return text_of(client, address), text_of(client, f"/en{address}")


def press(client: Client, mapping: Mapping, verdict: str, query: str = "", why: str = "") -> str:
    """Judge by a button; where it leads to."""
    address = f"/crosswalk/mappings/{mapping.pk}/{query}"
    seen = re.search(r'name="seen" value="(\d+)"', client.get(address).content.decode())
    assert seen is not None
    sent = client.post(address, {"seen": seen[1], "verdict": verdict, "why": why})
    assert sent.status_code == 302, sent.content.decode()
    return str(sent["Location"])


def test_the_overview_counts_what_holds_and_what_waits(visit: Visit) -> None:
    accepted()
    zh, en = both("/crosswalk/", visit("public"))

    assert "我國：國家核心關鍵技術清單" in zh
    assert "List XA (2022-02)" in en
    assert "逐筆判斷（" not in zh
    assert "Judge one after another" in text_of(visit("office"), "/en/crosswalk/")


def test_a_cell_tells_its_relation_by_letter_and_word_and_what_is_not_judged(visit: Visit) -> None:
    accepted()
    zh, en = both(PAIR, visit("public"))

    assert "E 相同" in zh
    assert "E exact" in en
    assert "（待判斷）" in zh or not Mapping.objects.filter(judgements=None).exists()
    assert "生物技術" in text_of(visit("public"), f"{PAIR}?whole=1")
    assert "E exact" in text_of(visit("public"), f"/en/crosswalk/register/{LEFT}/")


def test_a_mapping_shows_the_terms_that_carried_it_and_names_the_judge_only_to_judges(visit: Visit) -> None:
    mapping = accepted()
    address = f"/crosswalk/mappings/{mapping.pk}/"
    zh, en = both(address, visit("public"))
    judge = MappingJudgement.objects.get().by

    assert "<mark>後量子密碼保護技術</mark>" in visit("public").get(address).content.decode()
    assert "兩者指同一項技術" in zh
    assert "accepted" in en
    assert judge is not None
    assert judge.name_zh not in zh
    assert judge.name_zh in text_of(visit("office"), address)


def test_the_queue_goes_from_one_press_to_the_next_and_a_judgement_can_be_taken_again(visit: Visit) -> None:
    waiting = len(proposed())
    client = visit("office")
    queue = f"/crosswalk/queue/?left={LEFT}&right=register"
    address = client.get(queue)["Location"]
    first = Mapping.objects.get(pk=int(address.split("/")[3]))
    told = text_of(client, address)

    assert f"之後還有{waiting - 1}筆待判斷" in told
    led = press(client, first, "rejected:wording", f"?{address.partition('?')[2]}", "兩回事")
    after = client.get(led, follow=True)
    assert f"/crosswalk/mappings/{first.pk}/" in after.content.decode()
    assert MappingJudgement.objects.get().why == "只是用字相同 / only words in common – 兩回事"

    press(client, first, "accepted")
    assert MappingJudgement.objects.filter(mapping=first).count() == 2
    for each in Mapping.objects.filter(judgements=None):
        press(client, each, "unsure")
    assert "沒有待判斷的對應" in text_of(client, queue)


def test_a_judgement_on_what_somebody_else_has_judged_meanwhile_is_refused(visit: Visit) -> None:
    mapping, client = exact(), visit("office")
    press(client, mapping, "other:closeMatch")

    again = client.post(f"/crosswalk/mappings/{mapping.pk}/", {"seen": "0", "verdict": "accepted", "why": ""})
    odd = client.post(f"/crosswalk/mappings/{mapping.pk}/", {"seen": "0", "verdict": "perhaps", "why": ""})

    assert (again.status_code, odd.status_code) == (409, 422)
    assert MappingJudgement.objects.count() == 1


def test_two_lists_are_compared_from_the_overview_and_a_mapping_is_added_by_hand(visit: Visit) -> None:
    client = visit("office")
    sent = client.post("/crosswalk/", {"left": LEFT, "right": RIGHT, "least": "0.3"})
    assert sent["Location"] == f"/crosswalk/queue/?left={LEFT}&right={RIGHT}"
    assert client.post("/crosswalk/", {"left": LEFT, "right": LEFT, "least": "0.3"}).status_code == 422

    new = f"/crosswalk/{LEFT}/{RIGHT}/new/"
    given = {"left": "2", "right": "w", "relation": "relatedMatch", "why": "同屬綠能"}
    assert client.post(new, {**given, "why": ""}).status_code == 422
    assert client.post(new, given, follow=True).status_code == 200
    assert Mapping.objects.latest("pk").why == {"words": "同屬綠能"}
    assert visit("member-05").get(new).status_code == 403


def test_coverage_names_the_areas_without_a_counterpart_and_draws_them(visit: Visit) -> None:
    accepted()
    zh, en = both(f"{PAIR}coverage/", visit("public"))
    chart = visit("public").get(f"{PAIR}coverage.svg")

    assert "3個領域中，2個還沒有成立的對應" in zh
    assert "Biotechnologies" in en
    assert chart["Content-Type"] == "image/svg+xml"
    assert "量子技術" in chart.content.decode()


@pytest.mark.parametrize("form", ["sssom", "ttl", "jsonld", "csv"])
def test_the_files_are_open_to_all(visit: Visit, form: str) -> None:
    accepted()
    answer = visit("public").get(f"{PAIR}export/{form}")

    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    assert b"1.1" in answer.content
    assert "no-store" in visit("office").get(f"{PAIR}export/{form}")["Cache-Control"]
    assert visit("public").get(f"{PAIR}export/xls").status_code == 404


def test_an_item_tells_who_else_lists_it_and_what_follows(visit: Visit) -> None:
    mapping = accepted()
    number = RegisterItem.objects.get(technology=mapping.technology_id).number
    zh, en = both(f"/register/{number}/elsewhere/", visit("public"))

    assert "美國" in zh
    assert "出口管制、優先資助" in zh
    assert "licenses exports, directs funding" in en
    assert "誰也列了這一項、效果為何" in text_of(visit("public"), f"/register/{number}/")


def test_the_page_of_our_process_item_names_the_controls_of_others(visit: Visit) -> None:
    zh, en = both("/register/18/elsewhere/", visit("public"))

    assert "30" in zh
    assert "Korea" in en
    assert visit("public").get("/register/999/elsewhere/").status_code == 404
    assert visit("public").get("/crosswalk/none/register/").status_code == 404
