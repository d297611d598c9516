"""The law as anybody reads it: every paragraph in its place, every reading with what it changes."""

import re
from urllib.parse import urljoin

import pytest
from django.test import Client

from coretech.apps.cases.states import ARROWS
from coretech.law import questions
from coretech.law.describe import Described
from coretech.law.parameters import ENACTED
from coretech.law.permissions import PERMISSIONS
from coretech.law.provisions import provisions
from coretech.web.law.examples import example_of
from coretech.web.law.headings import HEADINGS
from coretech.web.law.topics import TOPICS
from coretech.web.shell.articles import anchor_of
from tests import factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

ADDRESSES = {
    "/law/": (
        "國家核心關鍵技術認定辦法",
        "第5條第3項",
        "只見於立法說明",
        "出席人數足夠嗎？",
        "有6種其他解讀",
    ),
    "/en/law/": ("Art. 5(3)", "Only in the explanation", "Is there a quorum?", "other readings: 6"),
    "/law/readings/": ("條文的解讀", "採用：二年，至相當日之前一日止", "民國116年3月3日（2027-03-03）"),
    "/en/law/readings/": ("How the words are read", "a tie fails", "3 March 2027 (ROC 116)"),
    "/law/calculators/": ("試算", "出席人數", "任期到哪一天為止？"),
    "/en/law/calculators/": ("Calculators", "Majority", "On which day does the term end?"),
    "/law/calculators/quorum/": ("應有幾人出席", "在職委員人數", "21 11", "22 11", "27 14"),
    "/en/law/calculators/quorum/": ("How many must attend", "Members in office"),
    "/law/calculators/majority/": ("要幾票才通過", "12 7", "13 7"),
    "/en/law/calculators/majority/": ("How many votes carry it",),
    "/law/calculators/terms/": ("任期到哪一天為止？", "可以再聘一任嗎？", "這一天還在任嗎？"),
    "/en/law/calculators/terms/": ("Is this person serving on that day?",),
    "/law/calculators/recusal/": (
        "說明是誰的利益",
        "配偶的兄弟姊妹 姻親2親等 是",
        "堂、表兄弟姊妹 血親4親等 否",
    ),
    "/en/law/calculators/recusal/": ("My cousin Relative by blood, degree 4 No",),
}


@pytest.fixture
def law_page(client: Client) -> str:
    """The law's page as it is sent."""
    return client.get("/law/").content.decode()


@pytest.mark.parametrize(("address", "words"), ADDRESSES.items(), ids=ADDRESSES)
def test_anybody_reads_the_law_in_both_languages(
    client: Client, address: str, words: tuple[str, ...]
) -> None:
    text = text_of(client, address)

    assert [word for word in words if word not in text] == []


def test_every_paragraph_that_anything_cites_has_its_place_on_the_page(law_page: str) -> None:
    cited = {number for each in questions() for number in each.question.articles}
    cited |= {number for permission in PERMISSIONS.values() for number in permission.articles}
    cited |= {number for arrow in ARROWS.values() for number in arrow.articles}
    cited |= {parameter.article for parameter in ENACTED.all.values()}
    cited |= {provision.number for provision in provisions()}

    assert "NSA 3.3" in cited
    assert {anchor_of(number) for number in cited} - ids_of(law_page) == set()


def test_every_article_has_a_heading_of_its_own(law_page: str) -> None:
    numbers = {provision.number.partition(".")[0] for provision in provisions()}

    assert numbers == set(HEADINGS)
    assert {anchor_of(number) for number in numbers} <= ids_of(law_page)
    assert {str(number) for number in range(1, 15)} < numbers


def test_no_place_on_the_page_is_named_twice(law_page: str) -> None:
    names = re.findall(r' id="([^"]+)"', law_page)

    assert len(names) == len(set(names))


def test_what_only_the_explanation_says_is_marked_where_it_stands(client: Client) -> None:
    text = text_of(client, "/law/")
    place = text.index("盤點結果為無，仍經審查並提報")

    assert text[:place].rindex("只見於立法說明") > text[:place].rindex("第9條第1項")


def test_every_link_between_the_law_s_pages_leads_to_its_place(client: Client) -> None:
    pages: dict[str, str] = {}
    waiting, broken = ["/law/"], []
    while waiting:
        address, _, place = waiting.pop().partition("#")
        if address not in pages:
            response = client.get(address)
            assert response.status_code == 200, address
            pages[address] = response.content.decode()
            links = re.findall(r'href="([^"]+)"', pages[address].replace("&amp;", "&"))
            inside = [urljoin(address, link) for link in links]
            waiting += [link for link in inside if link.startswith("/law/") and "step=" not in link]
        if place and place not in ids_of(pages[address]):
            broken.append(f"{address}#{place}")

    assert broken == []
    assert len(pages) > len(questions())


READINGS = [(described, name) for described in questions() for name in described.question.readings]


@pytest.mark.parametrize(("described", "name"), READINGS, ids=[name for _, name in READINGS])
def test_every_reading_is_shown_with_facts_on_which_it_matters(described: Described, name: str) -> None:
    example = example_of(described, name, factories.DAY)
    in_force = {key: example.ruling.values.get(key) for key in example.other.values}

    assert (example.other.outcome, example.other.values) != (example.ruling.outcome, in_force)


def test_every_question_stands_under_a_topic(client: Client) -> None:
    text = text_of(client, "/law/calculators/")

    assert {each.question.id.split(".")[0] for each in questions()} == set(TOPICS)
    assert [each.question.title.zh for each in questions() if each.question.title.zh not in text] == []


def test_the_law_is_in_the_menu_and_marked_on_its_pages(client: Client) -> None:
    page = client.get("/law/readings/").content.decode()

    assert re.search(r'govuk-service-navigation__item--active[^>]*>\s*<a[^>]*href="/law/"', page)


def test_a_ruling_links_to_its_paragraph(client: Client) -> None:
    page = client.get("/law/questions/dossier/definition/?harms=national_security&limbs=1").content.decode()

    assert 'href="/law/#article-NSA-3.3"' in page


@pytest.mark.parametrize(
    "address",
    ["/law/calculators/no-such/", "/law/questions/meeting/quorom/", "/law/questions/meeting/quorum-/"],
)
def test_what_the_law_does_not_answer_is_not_found(client: Client, address: str) -> None:
    assert "找不到這一頁" in text_of(client, address, status=404)


def test_the_law_is_read_and_never_written_to(client: Client) -> None:
    addresses = ("/law/", "/law/readings/", "/law/calculators/", "/law/kinship/")

    assert {client.post(address).status_code for address in addresses} == {405}


def ids_of(page: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', page))
