"""The bundled lists of other countries: names with their sources."""

from coretech.readers.lists import foreign_lists


def test_every_list_says_who_issued_it_when_and_where_it_was_read() -> None:
    lists = foreign_lists()

    assert len({each.id for each in lists}) == len(lists) == 9
    assert all(each.issuer.zh and each.issuer.en and each.title.zh for each in lists)
    assert all(each.source_url.startswith("http") and each.date[:4].isdecimal() for each in lists)


def test_no_name_is_blank_or_stands_twice_on_a_list() -> None:
    for each in foreign_lists():
        assert all(name.strip() for name in each.names)
        assert len(set(each.names)) == len(each.names)


def test_a_whole_list_has_as_many_names_as_its_source_counts() -> None:
    sizes = {each.id: len(each.names) for each in foreign_lists() if each.complete}

    assert (sizes["US-NSTC-2024"], sizes["UK-NSIA-17"], sizes["KR-2022-12"]) == (18, 17, 12)
