"""A text with the words that carried a score marked."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from coretech.engines.matching.explaining import Span


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """The text with each span in ``<mark>``, whatever overlaps as one; line breaks stay."""
    parts: list[Markup] = []
    at = 0
    for start, end in _joined(spans):
        parts += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        at = end
    return Markup("").join([*parts, escape(text[at:])]).replace("\n", Markup("<br>"))


def _joined(spans: Iterable[Span]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
