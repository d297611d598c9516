"""Style and script as a browser gets them, whole and in part."""

import asyncio
from http import HTTPStatus
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import AsyncClient, Client

STYLE = "/static/list.css"


def content_of_style() -> bytes:
    return Path(str(finders.find("list.css"))).read_bytes()


def test_a_file_comes_whole_with_its_type_and_length(client: Client) -> None:
    answer = client.get(STYLE)
    assert (answer.status_code, answer.content) == (HTTPStatus.OK, content_of_style())
    assert answer["Content-Type"].startswith("text/css")
    assert int(answer["Content-Length"]) == len(answer.content)


def test_the_head_of_a_file_tells_its_length_and_sends_nothing(client: Client) -> None:
    answer = client.head(STYLE)
    assert (answer.content, int(answer["Content-Length"])) == (b"", len(content_of_style()))


def test_a_part_of_a_file_can_be_asked_for(client: Client) -> None:
    answer = client.get(STYLE, headers={"Range": "bytes=5-9"})
    assert (answer.status_code, answer.content) == (HTTPStatus.PARTIAL_CONTENT, content_of_style()[5:10])


def test_a_file_that_is_known_is_not_sent_again(client: Client) -> None:
    answer = client.get(STYLE, headers={"If-None-Match": client.get(STYLE)["ETag"]})
    assert (answer.status_code, answer.content) == (HTTPStatus.NOT_MODIFIED, b"")


def test_nothing_can_be_sent_to_a_file(client: Client) -> None:
    assert client.post(STYLE).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.filterwarnings("error")
def test_an_asynchronous_server_sends_a_file_without_a_warning() -> None:
    async def asked() -> bytes:
        answer = await AsyncClient().get(STYLE)
        assert not answer.streaming
        return bytes(answer.content)

    assert asyncio.run(asked()) == content_of_style()
