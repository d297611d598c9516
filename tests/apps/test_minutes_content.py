"""The content of minutes: kept as JSON and read back, worded without touching the record, told apart by version."""

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from coretech.apps.meetings.minuting.content import (
    Attendee,
    Content,
    ItemRecord,
    ReadingRecord,
    Words,
    as_json,
    digest_of,
    from_json,
    reworded,
)
from coretech.apps.meetings.minuting.differences import differences
from coretech.engines.differences import pieces_of

TEXT = st.text(st.characters(exclude_categories=["C"]), max_size=20)
COUNT = st.integers(0, 30)
ATTENDEES = st.builds(
    Attendee,
    COUNT,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    st.sampled_from(["present", "stand_in", "leave", "absent", ""]),
    TEXT,
)
READINGS = st.builds(ReadingRecord, st.just("in-force"), TEXT, TEXT, st.sampled_from(["yes", "no"]))
TALLIES = st.fixed_dictionaries({"for": COUNT, "against": COUNT, "abstain": COUNT})
ITEMS = st.builds(
    ItemRecord,
    order=COUNT,
    kind=st.sampled_from(["case", "report", "discussion", "motion"]),
    outcome=st.sampled_from(["approved", "rejected", "deferred", "noted"]),
    recused=st.lists(COUNT, max_size=3).map(tuple),
    tally=st.none() | TALLIES,
    named=st.none() | st.dictionaries(COUNT.map(str), st.sampled_from(["for", "against", "abstain"])),
    readings=st.lists(READINGS, max_size=2).map(tuple),
    **dict.fromkeys(["reference", "title", "title_en", "method", "chair", "chair_why", "discussion"], TEXT),
    **dict.fromkeys(["attending", "entitled"], COUNT),
)
CONTENTS = st.builds(
    Content,
    year=st.integers(2023, 2100),
    session=COUNT,
    attendees=st.lists(ATTENDEES, max_size=3).map(tuple),
    observers=st.lists(TEXT, max_size=2).map(tuple),
    items=st.lists(ITEMS, max_size=3, unique_by=lambda item: item.order).map(tuple),
    **dict.fromkeys(["body", "body_en", "kind", "held_on", "place", "opened_at", "closed_at"], TEXT),
    **dict.fromkeys(["chair", "chair_why", "recorder", "opening", "closing"], TEXT),
)


@given(CONTENTS)
def test_content_comes_back_from_its_json_as_it_was(content: Content) -> None:
    assert from_json(json.loads(json.dumps(as_json(content)))) == content


@given(CONTENTS)
def test_a_stranger_recomputes_the_digest_from_the_json(content: Content) -> None:
    text = json.dumps(as_json(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert digest_of(json.loads(text)) == hashlib.sha256(text.encode()).hexdigest()


@given(CONTENTS, TEXT)
def test_wording_changes_the_words_of_one_item_and_nothing_else(content: Content, text: str) -> None:
    before = as_json(content)
    changed = as_json(
        reworded(content, Words(items={item.order: (text, text) for item in content.items[:1]}))
    )

    for item in changed["items"][:1]:
        assert item["discussion"] == item["wording"] == text.strip()
        item |= {"discussion": "", "wording": ""}
    for item in before["items"][:1]:
        item |= {"discussion": "", "wording": ""}
    assert changed == before


def test_words_are_cleaned_of_what_no_document_can_hold() -> None:
    content = reworded(_content(), Words("一\x00二\r\n三\ud800 ", None))

    assert content.opening == "一二\n三"
    assert content.closing == "散會"


@given(TEXT, TEXT, TEXT)
def test_a_difference_holds_both_texts(first: str, second: str, shared: str) -> None:
    before, after = f"{shared}。{first}", f"{shared}。{second}"

    pieces = pieces_of(before, after)

    assert "".join(piece.text for piece in pieces if piece.change != "new") == before
    assert "".join(piece.text for piece in pieces if piece.change != "gone") == after


def test_a_difference_marks_the_words_that_changed() -> None:
    marked = [(piece.change, piece.text) for piece in pieces_of("照案通過。", "修正後通過。")]

    assert ("gone", "照案") in marked
    assert ("new", "修正後") in marked
    assert ("kept", "通過。") in marked


def test_a_long_text_that_changed_altogether_is_told_at_once() -> None:
    before, after = "甲乙丙丁" * 5000, "戊己庚辛" * 5000

    assert [piece.change for piece in pieces_of(before, after)] == ["gone", "new"]


def test_only_places_that_changed_are_told() -> None:
    before = _content()

    assert differences(before, before) == ()
    (change,) = differences(before, reworded(before, Words(opening="感謝出席")))
    assert change.where.zh == "主席致詞"


def _content() -> Content:
    return Content(
        body="審議會",
        body_en="Council",
        year=2025,
        session=1,
        kind="regular",
        held_on="2025-06-02",
        place="101",
        opened_at="",
        closed_at="",
        chair="",
        chair_why="",
        recorder="",
        attendees=(),
        observers=(),
        items=(),
        opening="",
        closing="散會",
    )
