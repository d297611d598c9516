"""The terms of a definition as pages print them: topics of OpenAlex with their names, leading to what they hold."""

from markupsafe import Markup, escape

from coretech.apps.watch.counts.topic_names import named_topics
from coretech.apps.watch.models import Definition
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import say

_TOPIC = Markup('<a class="govuk-link" href="https://openalex.org/{}" rel="noreferrer external">{}</a> {}')
_KINDS = {
    (True, False): Sentence("主題", "Topic"),
    (True, True): Sentence("主題加詞", "Topic with a word"),
    (False, True): Sentence("關鍵詞", "Keyword"),
}


def with_names(way: str) -> Markup:
    """A way to belong, each topic in it linked and followed by its name."""
    told = (_TOPIC.format(text, text, name) if name else escape(text) for text, name in named_topics(way))
    return Markup("").join(told)


def kind_of(way: str) -> str:
    """Whether a way to belong asks for topics, for words or for both."""
    named = [bool(name) for _, name in named_topics(way)]
    return say(_KINDS[any(named), not all(named)])


def why_of(definition: Definition) -> str:
    """Why a version was written; that of a bundled one is told in both languages, parted by a stroke."""
    zh, stroke, en = definition.why.partition(" / ")
    return say(Sentence(zh, en)) if stroke and definition.by_id is None else definition.why
