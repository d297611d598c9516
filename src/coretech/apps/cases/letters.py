"""Mails to those asked for their view: who asks and by when, with no word of the case or the question."""

from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import Letter, post
from coretech.apps.cases.consulting import link_to
from coretech.apps.cases.models import Consultation
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

PATH = "/consultation/"


def ask_by_mail(act: Act, asked: Consultation, asker: Sentence) -> None:
    """The question's mail."""
    number, day = asked.number, said(asked.answer_by)
    subject = Sentence(f"徵詢意見（{number}）", f"Your view is asked for ({number})")
    zh = (
        f"{asker.zh}請您就一項技術提供意見，請於{day.zh}前回復。\n"
        "問題與填答說明請開啟下方連結；連結僅供您本人使用，請勿轉寄。"
    )
    en = (
        f"Asked by {asker.en}: your view on a technology. Please answer by {day.en}.\n"
        "The link below leads to the question. It is yours alone: please do not pass it on."
    )
    _post(act, asked, subject, f"{zh}\n\n{en}")


def remind_by_mail(act: Act, asked: Consultation, asker: Sentence) -> None:
    """The reminder's mail, with the same link."""
    number, day = asked.number, said(asked.answer_by)
    subject = Sentence(
        f"提醒：請於期限前提供意見（{number}）", f"Reminder: your view is asked for ({number})"
    )
    zh = f"{asker.zh}先前請您提供意見，尚未收到您的回復。回復至{day.zh}止，連結與前一封信相同。"
    en = (
        f"Asked by {asker.en}: your view on a technology. No answer has come yet. Answers are taken until {day.en}; "
        "the link is the one of the first mail."
    )
    _post(act, asked, subject, f"{zh}\n\n{en}")


def _post(act: Act, asked: Consultation, subject: Sentence, text: str) -> None:
    letter = Letter(None, subject, PATH, text=text, address=asked.email, link_to=link_to(asked))
    post(act, [letter])
