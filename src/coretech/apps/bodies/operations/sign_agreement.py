"""Signing the non-disclosure agreement (art. 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Agreement, AgreementText
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


def check(by: Acting) -> Person:
    """The person who would sign; refused for an account with nobody behind it or who has signed already."""
    allow(by, Action.SIGN_AGREEMENT)
    person = Person.objects.filter(pk=by.person_id or 0).first()
    if person is None:
        sentence = Sentence(
            "此帳號沒有對應的人員，無從簽署。", "Nobody stands behind this account, so nobody can sign."
        )
        raise Refused(sentence, status=403)
    if person.agreements.filter(text=current_text(), withdrawal=None).exists():
        raise wrong_state("您已簽署現行保密協議。", "You have signed the agreement in force already.")
    return person


def current_text() -> AgreementText:
    """The newest version of the agreement's text."""
    return AgreementText.objects.latest("version")


@operation
def sign_agreement(by: Acting, signed_name: str) -> Act:
    """Sign the text in force with one's own name."""
    hold(f"agreement:{by.person_id}")
    person = check(by)
    name = signed_name.strip()
    if name not in {person.name_zh, person.name_en}:
        raise bad_input(
            "signed_name",
            f"請輸入您的姓名「{person.name_zh}」以示簽署。",
            f"Type your own name, “{person.name_en}”, to sign.",
        )
    text = current_text()
    agreement = Agreement.objects.create(person=person, text=text, signed_at=by.at, signed_name=name)
    return record(
        by,
        "agreement.signed",
        f"agreement/{agreement.pk}",
        public={"text_version": text.version, "text_sha256": text.digest},
        confidential={"person": person.pk, "name": name},
        rows=[agreement],
    )
