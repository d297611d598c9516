"""How an article of the regulation is cited on a page."""

from markupsafe import Markup

from coretech.law.citation import cited
from coretech.law.ruling import Article, Level
from coretech.web.shell.navigation import page_address
from coretech.web.shell.words import say, tr

LAW_PAGE = "law"


def cite(article: Article) -> Markup:
    """The caption as a link into the law's page where there is one; says when only the explanation speaks."""
    words = say(cited(article.number))
    if article.level is Level.EXPLANATION:
        words += tr("（立法說明）", " (explanation)")
    page = page_address(LAW_PAGE)
    if page is None:
        return Markup("<span>{}</span>").format(words)
    return Markup('<a class="govuk-link" href="{}#{}">{}</a>').format(page, anchor_of(article.number), words)


def anchor_of(number: str) -> str:
    """The place of a paragraph on the law's page; an anchor has no spaces, where a statute's name brings one."""
    return f"article-{number.replace(' ', '-')}"
