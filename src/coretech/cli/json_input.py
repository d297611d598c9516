"""JSON that people and programs hand in: read strictly, refused with a sentence."""

import json
from collections.abc import Mapping
from typing import NoReturn

from coretech.kit.refusal import bad_input

BOM = b"\xef\xbb\xbf"


def as_json(data: Mapping[str, object]) -> str:
    """One line of JSON that keeps Chinese readable."""
    return json.dumps(data, ensure_ascii=False)


def parse_object(raw: bytes) -> dict[str, object]:
    """The JSON object in some bytes; a byte order mark before it is forgiven.

    Raises:
        Refused: for bytes that are not UTF-8, text that is not JSON, names given twice, or no object.
    """
    try:
        text = raw.removeprefix(BOM).decode("utf-8")
        data = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        place = error.start + 1
        raise bad_input("json", f"第 {place} 個位元組起不是 UTF-8", f"byte {place} is not UTF-8") from None
    except json.JSONDecodeError as error:
        zh = f"不是有效的 JSON（第 {error.lineno} 行第 {error.colno} 字）"
        raise bad_input(
            "json", zh, f"not valid JSON (line {error.lineno}, character {error.colno})"
        ) from None
    except (ValueError, RecursionError):
        raise bad_input(
            "json", "JSON 的數字過長或層次過深", "JSON with a number too long or nested too deep"
        ) from None
    if not isinstance(data, dict):
        raise bad_input("json", "應為 JSON 物件 {…}", "should be a JSON object {…}")
    return data


def _no_constant(name: str) -> NoReturn:
    raise bad_input("json", f"JSON 沒有 {name} 這個值", f"JSON has no value {name}")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise bad_input("json", f"{twice} 寫了兩次", f"{twice} is given twice")
    return data
