"""Whether entries make a list: codes that tell them apart, names, and a tree without loops."""

import re
from collections.abc import Iterator, Mapping, Sequence

from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Entry, Fault, bad_file

MOST_ITEMS = 20_000
LONGEST_CODE, LONGEST_NAME, LONGEST_DESCRIPTION = 60, 500, 5_000
CODE = re.compile(r"[\w.()+:-]+")
_ENOUGH = 200
_DOTS = frozenset({".", ".."})


def faults_of(entries: Sequence[Entry]) -> tuple[Fault, ...]:
    """Everything to correct, by line; no more than a person would want to read.

    Raises:
        Refused: (HTTP 422) for a list of no item, or of more than any list has.
    """
    if not entries:
        raise bad_file("檔案沒有任何項目。", "The file holds no item.")
    if len(entries) > MOST_ITEMS:
        raise bad_file(
            f"檔案有{len(entries)}項，超過{MOST_ITEMS}項；請分成數份清單。",
            f"The file has {len(entries)} items, over {MOST_ITEMS}; split the list.",
        )
    found = [*_each(entries), *_doubled(entries), *_tree(entries)]
    return tuple(sorted(found, key=lambda fault: fault.line)[:_ENOUGH])


def _each(entries: Sequence[Entry]) -> Iterator[Fault]:
    for each in entries:
        if len(each.code) > LONGEST_CODE or CODE.fullmatch(each.code) is None or each.code in _DOTS:
            yield _fault(each, "code", each.code, _CODE)
        if not each.names:
            yield _fault(each, "name", "", _NO_NAME)
        for column, texts, longest in (
            ("name", each.names, LONGEST_NAME),
            ("description", each.description, LONGEST_DESCRIPTION),
        ):
            yield from _texts(each, column, texts, longest)
        for tag in each.translated:
            if tag not in each.names:
                yield _fault(each, "translated", tag, _NOT_THERE)


def _texts(each: Entry, column: str, texts: Mapping[str, str], longest: int) -> Iterator[Fault]:
    for tag, text in texts.items():
        if len(text) > longest:
            yield _fault(each, f"{column}:{tag}", f"{text[:40]}…", _too_long(longest))
        elif not text.isprintable():
            yield _fault(each, f"{column}:{tag}", text[:40], _CONTROL)


def _doubled(entries: Sequence[Entry]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for each in entries:
        if each.code in first:
            before = first[each.code]
            yield _fault(
                each,
                "code",
                each.code,
                Sentence(
                    f"代碼與第{before}列重複，請改用不同代碼。",
                    f"Line {before} has the same code; use another.",
                ),
            )
        first.setdefault(each.code, each.line)


def _tree(entries: Sequence[Entry]) -> Iterator[Fault]:
    above = {each.code: each.parent for each in entries}
    sound = {""}
    for each in entries:
        if each.parent and each.parent not in above:
            yield _fault(each, "parent", each.parent, _NO_PARENT)
            continue
        path: dict[str, None] = {}
        at = each.code
        while at not in sound and at not in path and at in above:
            path[at] = None
            at = above[at]
        if at in path:
            loop = [*path][[*path].index(at) :]
            yield _fault(each, "parent", " → ".join([*loop[:8], at]), _LOOP)
        sound |= path.keys()


def _fault(entry: Entry, column: str, value: str, sentence: Sentence) -> Fault:
    return Fault(entry.line, column, value[:200], sentence)


def _too_long(longest: int) -> Sentence:
    return Sentence(f"超過{longest}個字，請縮短。", f"It is longer than {longest} characters; shorten it.")


_CODE = Sentence(
    f"代碼須有1至{LONGEST_CODE}個字，只用文字、數字與 . ( ) + : - _。",
    f"A code has 1 to {LONGEST_CODE} letters, digits and . ( ) + : - _ only.",
)
_NO_NAME = Sentence(
    "沒有任何語言的名稱，請至少填一種。", "There is no name in any language; give one at least."
)
_NOT_THERE = Sentence(
    "標為翻譯的語言沒有名稱。", "It is marked as translated, and there is no name in that language."
)
_CONTROL = Sentence("含有控制字元，請刪除。", "It holds a control character; take it out.")
_NO_PARENT = Sentence("檔案裡沒有這個上層代碼。", "No item of the file has the code named as the one above.")
_LOOP = Sentence(
    "上下層繞成一圈，請改正其中一項的上層。",
    "The items are above one another in a loop; correct one of them.",
)
