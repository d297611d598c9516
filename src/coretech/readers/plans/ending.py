"""Whether a document ends where it should: one that was cut stops in the middle of a sentence."""

import re
from collections.abc import Iterator, Sequence

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import ends_paragraph

_ENDS = frozenset("。！？!?…」』）)；;：:")
_SENTENCES = frozenset("，。；")
_HEADING = re.compile(r"\s*(?:#|[壹貳參肆伍陸柒捌玖拾]+、|附[件錄表]|中華民國)")
_AROUND = 12


def cut_off(lines: Sequence[Line]) -> Iterator[Finding]:
    """A finding where the last lines are sentences and the last does not end; headings and rows may end anywhere."""
    last = lines[-1] if lines else None
    if last is None or last.is_row or ends_paragraph(last) or _HEADING.match(last.text):
        return
    words = last.text.strip()
    around = "".join(each.text for each in lines[-_AROUND:] if not each.is_row)
    if words and words[-1] not in _ENDS and not _SENTENCES.isdisjoint(around):
        yield Finding(
            Kind.LOST,
            (last.no,),
            Sentence(
                f"文件在句子中間結束：「…{words[-_AROUND:]}」；請確認檔案是否完整。",
                f"The document ends in the middle of a sentence: “…{words[-_AROUND:]}”. Check that the file is whole.",
            ),
        )
