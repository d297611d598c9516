"""“My wife's brother” becomes a path, step by step, and the path a ruling."""

import re

import pytest
from django.test import Client

from coretech.law.kinship import kinship
from coretech.law.terms import Step, Tie
from coretech.web.law.kinship import degree_said
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

WIFES_BROTHER = "/law/kinship/?step=spouse&step=parent&step=child"


def test_a_path_is_told_in_words_of_both_languages_with_the_degree_of_every_stop(client: Client) -> None:
    text = text_of(client, WIFES_BROTHER)

    assert "配偶的父母 Spouse's parent 姻親1親等" in text
    assert "配偶的父母的子女 Spouse's parent's child 姻親2親等" in text


def test_on_an_english_page_the_english_words_come_first(client: Client) -> None:
    text = text_of(client, f"/en{WIFES_BROTHER}")

    assert "Spouse's parent's child 配偶的父母的子女 Relative by affinity, degree 2" in text


def test_each_button_adds_its_step_to_those_before(client: Client) -> None:
    page = client.get("/law/kinship/?step=spouse&step=parent").content.decode()
    form = next(each for each in page.split("<form") if 'action="/law/kinship/"' in each)

    kept = re.findall(r'<input type="hidden" name="step" value="(\w+)">', form)
    offered = re.findall(r'<button[^>]*name="step" value="(\w+)"', form)

    assert kept == ["spouse", "parent"]
    assert offered == [step.value for step in Step]


def test_the_way_back_leads_one_step_up(client: Client) -> None:
    page = client.get(WIFES_BROTHER).content.decode().replace("&amp;", "&")

    assert '<a class="govuk-link" href="/law/kinship/?step=spouse&step=parent">退回一步</a>' in page


def test_the_end_of_the_path_is_the_ruling_on_recusal(client: Client) -> None:
    page = client.get(WIFES_BROTHER).content.decode()
    form = next(each for each in page.split("<form") if "recusal/required" in each)
    hidden = re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form)
    chosen = re.findall(r'name="(\w+)" type="radio" value="(\w+)" checked', form)

    query = "&".join(f"{name}={value}" for name, value in [*hidden, *chosen])
    text = text_of(client, f"/law/questions/recusal/required/?{query}")

    assert "是 涉及參與者之配偶的父母的子女（姻親2親等）的利益，應迴避" in text
    assert "親屬只指血親 否" in text


def test_the_answer_leads_back_to_the_path(client: Client) -> None:
    query = "kinship=spouse&kinship=parent&cohabiting=no&forum=council&matter=identify"
    page = client.get(f"/law/questions/recusal/required/?{query}").content.decode()

    assert 'href="/law/kinship/?step=spouse&step=parent"' in page.replace("&amp;", "&")


def test_common_relations_lead_to_their_paths(client: Client) -> None:
    page = client.get("/law/kinship/").content.decode().replace("&amp;", "&")

    assert '<a class="govuk-link" href="/law/kinship/?step=spouse&step=parent&step=child">' in page
    assert "配偶的兄弟姊妹" in page


def test_somebody_of_the_household_starts_as_living_together(client: Client) -> None:
    address = "/law/kinship/?step=partner&cohabiting=yes"
    shortcuts = client.get("/law/kinship/").content.decode().replace("&amp;", "&")
    page = client.get(address).content.decode()

    assert f'href="{address}"' in shortcuts
    assert re.search(r'name="cohabiting" type="radio" value="yes" checked', page)


def test_a_path_that_names_nobody_says_so(client: Client) -> None:
    text = text_of(client, "/law/kinship/?step=child&step=parent")

    assert "無法判斷是誰" in text
    assert "子女的父母 Child's parent 不是親屬" in text


def test_the_longest_path_offers_no_further_step(client: Client) -> None:
    assert "最多20步。" in text_of(client, f"/law/kinship/?{'step=parent&' * 20}")


@pytest.mark.parametrize("query", ["step=uncle", "step=", "step=parent&" * 21])
def test_a_step_there_is_not_is_refused_with_a_sentence(client: Client, query: str) -> None:
    assert "親屬路徑最多20步，每步是下列之一" in text_of(client, f"/law/kinship/?{query}", status=422)
    assert "A path has 20 steps at most" in text_of(client, f"/en/law/kinship/?{query}", status=422)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ([], "本人"),
        ([Step.SPOUSE], "配偶，不計親等"),
        ([Step.PARENT, Step.CHILD], "血親2親等"),
        ([Step.CHILD, Step.SPOUSE], "姻親1親等"),
        ([Step.PARTNER], "不是親屬"),
    ],
)
def test_a_degree_is_said_as_the_civil_code_counts_it(path: list[Step], words: str) -> None:
    assert degree_said(kinship(path)).zh == words


def test_every_tie_has_its_words() -> None:
    paths: tuple[list[Step], ...] = (
        [],
        [Step.SPOUSE],
        [Step.CHILD],
        [Step.SPOUSE, Step.CHILD],
        [Step.FORMER_SPOUSE],
    )

    assert {kinship(path).tie for path in paths} == set(Tie)
    assert len({degree_said(kinship(path)).en for path in paths}) == len(Tie)
