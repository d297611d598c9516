"""Reading a request's body: JSON as RFC 8259 has it, and nothing that two readers would read differently."""

import json
from collections import Counter
from typing import NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

LONGEST_NUMBER = 19
JSON = "application/json"


class StrictJson(Parser):
    """Refuses what a lenient reader would guess at: other encodings, keys given twice, NaN, endless numbers."""

    def parse_body(self, request: HttpRequest) -> dict[str, object]:
        """The body as data.

        Raises:
            Refused: (HTTP 415) for another media type, (HTTP 400) for what is not JSON.
        """
        if request.content_type != JSON:
            raise _refusal(415, "請以 application/json 送出內容", "Send the content as application/json")
        data: dict[str, object] = _loaded(_text(request.body))
        return data


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        where = error.start + 1
        raise _refusal(
            400, f"內容不是 UTF-8（第{where}個位元組）", f"The content is not UTF-8 (byte {where})"
        ) from error


def _loaded(text: str) -> dict[str, object]:
    try:
        data: dict[str, object] = json.loads(
            text, object_pairs_hook=_object, parse_int=_whole, parse_constant=_no_number
        )
        json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        raise _refusal(400, f"內容不是 JSON（{place}）", f"The content is not JSON ({place})") from error
    except UnicodeEncodeError as error:
        raise _refusal(400, "內容有半個字元", "The content holds half a character") from error
    except RecursionError as error:
        raise _refusal(400, "內容的層次過深", "The content is nested too deeply") from error
    return data


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    twice = Counter(name for name, _ in pairs).most_common(1)[0][0][:40]
    raise _refusal(400, f"「{twice}」給了兩次", f"“{twice}” is given twice")


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise _refusal(400, "數字過大", "A number is too large")
    return int(digits)


def _no_number(name: str) -> NoReturn:
    raise _refusal(400, f"{name} 不是數字", f"{name} is not a number")


def _refusal(status: int, zh: str, en: str) -> Refused:
    return Refused(Sentence(f"{zh}；沒有寫入任何資料。", f"{en}; nothing was written."), status=status)
