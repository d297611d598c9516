"""The duties of other laws: every one names its source, and data that does not is refused."""

from pathlib import Path

import pytest

from coretech.readers.obligations import Actor, Checked, DutiesError, Duty, Tie, bundled, duties_in

GOOD = """
[law]
id = "l"
zh = "法"
en = "Law"
[[duty]]
id = "d"
place_zh = "第1條"
place_en = "art. 1"
tie = "listed"
kind = "requires"
actors = ["company"]
zh = "做"
en = "Do"
sources = ["s"]
checked = "bundled"
"""
SOURCES = (
    '[s]\nzh = "來源"\nen = "Source"\nbundled = true\n[p]\nzh = "公開"\nen = "Public"\nbundled = false\n'
)

each_duty = pytest.mark.parametrize("duty", bundled(), ids=lambda duty: duty.id)


@each_duty
def test_every_duty_names_its_source_its_article_and_whom_it_is_on(duty: Duty) -> None:
    assert duty.sources
    assert duty.place.zh
    assert duty.actors
    assert duty.verified == (duty.checked is Checked.BUNDLED)
    assert not duty.verified or any(source.bundled for source in duty.sources)


@each_duty
def test_a_duty_read_in_public_names_something_other_than_a_bundled_source(duty: Duty) -> None:
    assert duty.checked is not Checked.PUBLIC or any(source.url for source in duty.sources)


def test_every_actor_and_every_tie_has_duties() -> None:
    assert {actor for duty in bundled() for actor in duty.actors} == set(Actor)
    assert {duty.tie for duty in bundled()} == set(Tie)


def test_what_listing_itself_brings_comes_first() -> None:
    assert bundled()[0].law.id == "nsa"


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "sources.toml").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "law.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    (duty,) = duties_in(folder(tmp_path, GOOD + "from = 2024-01-01\nuntil = 2024-12-31\n"))

    assert duty.verified
    assert duty.start is not None
    assert duty.until is not None
    assert duty.holds_on(duty.start)
    assert duty.holds_on(duty.until)
    assert not duty.holds_on(duty.until.replace(year=2025))


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('sources = ["s"]', "sources = []", "names no source"),
        ('sources = ["s"]', 'sources = ["x"]', "names no source"),
        ('sources = ["s"]', 'sources = ["p"]', "names none"),
        ('"company"', '"robot"', "'robot' is none of"),
        ('actors = ["company"]', "actors = []", "is on nobody"),
        ('tie = "listed"', 'tie = "x"', "'x' is none of"),
        ('zh = "做"', 'zh = ""', "zh is missing"),
        ('checked = "bundled"', 'checked = "bundled"\nfrom = "2024"', "from should be a date"),
        (
            'checked = "bundled"',
            'checked = "bundled"\nfrom = 2024-02-01\nuntil = 2024-01-01',
            "until is before from",
        ),
        ('checked = "bundled"', 'checked = "bundled"\ncolour = "red"', "unknown keys"),
        ("[law]", "[law", "no valid TOML"),
    ],
)
def test_data_that_cannot_be_used_is_told_by_its_place(
    tmp_path: Path, before: str, after: str, problem: str
) -> None:
    with pytest.raises(DutiesError, match=problem) as told:
        duties_in(folder(tmp_path, GOOD.replace(before, after, 1)))

    assert told.value.place.startswith("law.toml")


def test_an_id_is_used_once(tmp_path: Path) -> None:
    with pytest.raises(DutiesError, match="used twice"):
        duties_in(folder(tmp_path, GOOD + "[[duty]]" + GOOD.partition("[[duty]]")[2]))
