"""The law's figures are dated data: an amendment in a folder gives other rulings from its day on."""

from datetime import date
from pathlib import Path

import pytest

from coretech.law import ask
from coretech.law.parameters import ENACTED, ParameterError, Parameters
from coretech.law.provisions import provisions
from tests.law.given import amend

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)

AMENDED_COUNCIL = """
[members_min]
article = "3.1"
zh = "下限"
en = "fewest"
[[members_min.values]]
value = 21
[[members_min.values]]
from = 2027-01-01
value = 15
"""

AMENDED_MEETING = """
[quorum_share]
article = "5.3"
zh = "比例"
en = "share"
[[quorum_share.values]]
from = 2027-01-01
value = "2/3"
[[quorum_share.values]]
value = "1/2"
"""


@pytest.fixture
def amended(tmp_path: Path) -> Parameters:
    (tmp_path / "council.toml").write_text(AMENDED_COUNCIL, encoding="utf-8")
    (tmp_path / "meeting.toml").write_text(AMENDED_MEETING, encoding="utf-8")
    return Parameters(tmp_path)


def test_an_amendment_rules_from_its_day_on(amended: Parameters) -> None:
    facts = {"members_in_office": 15, "convener_post": "minister"}
    assert ask("council.composition", facts, as_of=BEFORE, parameters=amended).outcome == "no"
    assert ask("council.composition", facts, as_of=AFTER, parameters=amended).outcome == "yes"
    assert ask("council.composition", facts, as_of=AFTER).outcome == "no"


def test_an_amended_share_changes_the_quorum_and_its_sentence(amended: Parameters) -> None:
    facts = {"members_in_office": 24, "present": 15}
    before = ask("meeting.quorum", facts, as_of=BEFORE, parameters=amended)
    after = ask("meeting.quorum", facts, as_of=AFTER, parameters=amended)
    assert (before.outcome, before.values["needed"]) == ("yes", 12)
    assert (after.outcome, after.values["needed"]) == ("no", 16)
    assert "16人" in after.reason.zh


def test_what_an_amendment_leaves_out_stays_as_enacted(amended: Parameters) -> None:
    facts = {"people": 11, "convener": "head", "groups": ["agency", "expert", "industry"]}
    assert ask("panel.composition", facts, as_of=AFTER, parameters=amended).outcome == "yes"


MEMBERS_MIN = '[members_min]\narticle = "3.1"\nzh = "a"\nen = "b"\n'
VALUE = "[[members_min.values]]\nvalue = "


@pytest.mark.parametrize(
    "text",
    [
        "members_min = 3",
        '[members_min]\nzh = "a"\nen = "b"',
        MEMBERS_MIN,
        f"{MEMBERS_MIN}values = [3]",
        f"{MEMBERS_MIN}values = []",
        f"{MEMBERS_MIN}{VALUE}1.5",
        f"{MEMBERS_MIN}{VALUE}-1",
        f"{MEMBERS_MIN}{VALUE}true",
        f'{MEMBERS_MIN}{VALUE}"many"',
        f'{MEMBERS_MIN}{VALUE}[1, "a"]',
        f'{MEMBERS_MIN}{VALUE}1\nfrom = "2027"',
        f"{MEMBERS_MIN}{VALUE}1\nfrom = 2027-01-01T00:00:00",
        f"{MEMBERS_MIN}{VALUE}1\n{VALUE}2",
    ],
)
def test_a_figure_that_cannot_be_used_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "council.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError) as refused:
        Parameters(tmp_path).at(AFTER)
    assert refused.value.place == "council.members_min"


@pytest.mark.parametrize(("key", "value"), [("typo", "1"), ("fees", "[1]"), ("members_max", '"27"')])
def test_an_unknown_figure_or_one_of_another_kind_is_refused(tmp_path: Path, key: str, value: str) -> None:
    amend(tmp_path, f"council.{key}", value)
    with pytest.raises(ParameterError) as refused:
        Parameters(tmp_path).at(AFTER)
    assert refused.value.place == f"council.{key}"


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text("[members_min", encoding="utf-8")
    with pytest.raises(ParameterError) as refused:
        Parameters(tmp_path).at(AFTER)
    assert refused.value.place == "council.toml"


def test_a_share_must_be_a_share(tmp_path: Path) -> None:
    table = AMENDED_MEETING.replace('"2/3"', '"most"')
    (tmp_path / "meeting.toml").write_text(table, encoding="utf-8")
    with pytest.raises(ParameterError):
        Parameters(tmp_path).at(AFTER)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="not a folder"):
        Parameters(tmp_path / "nowhere").at(AFTER)


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("[", encoding="utf-8")
    assert Parameters(tmp_path).at(AFTER).whole("council.members_min") == 21


def test_every_figure_cites_an_article_of_the_regulation() -> None:
    numbers = {provision.number for provision in provisions()}
    assert {figure.article for figure in ENACTED.all.values()} <= numbers


def test_before_the_first_known_day_the_first_value_holds(tmp_path: Path) -> None:
    amend(tmp_path, "recusal.degree", "4\nfrom = 2027-01-01")
    assert Parameters(tmp_path).at(date(1950, 1, 1)).whole("recusal.degree") == 4


@pytest.mark.parametrize(
    ("reader", "name"),
    [("whole", "council.fees"), ("word", "panel.people_min"), ("words", "panel.people_min")],
)
def test_a_figure_asked_for_by_the_wrong_kind_is_an_error(reader: str, name: str) -> None:
    with pytest.raises(TypeError, match=name):
        getattr(ENACTED.at(AFTER), reader)(name)
