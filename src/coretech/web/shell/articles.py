"""How an article of the regulation is cited on a page."""

from markupsafe import Markup

from coretech.kit.sentence import Sentence
from coretech.law.ruling import Article, Level
from coretech.web.shell.navigation import page_address
from coretech.web.shell.words import tr

LAW_PAGE = "law"
STATUTES = {"NSA": Sentence("國家安全法", "National Security Act")}
"""The statutes an article may be of, where it is not the determination regulation's own."""

_PARTS_ZH = ("條", "項", "款", "目")


def caption(number: str) -> str:
    """The number as it is cited: ``5.3`` is 第5條第3項, in English art. 5(3); ``NSA 3.3`` is of another act."""
    statute, _, inside = number.rpartition(" ")
    article, *inner = inside.split(".")
    zh = "".join(f"第{part}{unit}" for part, unit in zip((article, *inner), _PARTS_ZH, strict=False))
    en = f"art. {article}" + "".join(f"({part})" for part in inner)
    act = STATUTES.get(statute)
    return tr(zh, en) if act is None else tr(f"{act.zh}{zh}", f"{act.en} {en}")


def cite(article: Article) -> Markup:
    """The caption as a link into the law's page where there is one; says when only the explanation speaks."""
    words = caption(article.number)
    if article.level is Level.EXPLANATION:
        words += tr("（立法說明）", " (explanation)")
    page = page_address(LAW_PAGE)
    if page is None:
        return Markup("<span>{}</span>").format(words)
    return Markup('<a class="govuk-link" href="{}#article-{}">{}</a>').format(page, article.number, words)
