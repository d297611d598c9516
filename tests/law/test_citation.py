import pytest

from coretech.law.citation import all_cited, cited


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        ("12", "第12條", "art. 12"),
        ("5.3", "第5條第3項", "art. 5(3)"),
        ("NSA 3.3", "國家安全法第3條第3項", "National Security Act art. 3(3)"),
    ],
)
def test_a_paragraph_is_cited_as_its_readers_cite_it(number: str, zh: str, en: str) -> None:
    assert cited(number).as_dict() == {"zh": zh, "en": en}


def test_several_paragraphs_stand_in_a_row() -> None:
    assert all_cited(["7.1", "8.1"]).en == "art. 7(1), art. 8(1)"
