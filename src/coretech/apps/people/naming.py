"""Who somebody is: found among those on record, or entered by name."""

from coretech.apps.people.models import Person
from coretech.kit.refusal import bad_input

LONGEST_NAME = 80


def sound_names(zh: str, en: str) -> tuple[str, str]:
    """The name in both languages, the Chinese one for both where no other is given (HTTP 422 for none)."""
    names = zh.strip(), en.strip() or zh.strip()
    if not names[0]:
        raise bad_input("name_zh", "請填寫姓名。", "Give the person's name.")
    for field, name in zip(("name_zh", "name_en"), names, strict=True):
        if len(name) > LONGEST_NAME:
            raise bad_input(
                field, f"姓名最多{LONGEST_NAME}個字。", f"A name has {LONGEST_NAME} characters at most."
            )
    return names


def person_without_account(person_id: int) -> Person:
    """Somebody on record who has no account yet (HTTP 422 otherwise)."""
    rows = Person.objects.select_for_update().filter(account=None)
    person = rows.filter(pk=person_id).first()
    if person is None:
        raise bad_input(
            "person",
            "沒有這位人員，或已有帳號。",
            "Nobody on record has this number, or the person has an account already.",
        )
    return person


def namesakes(name_zh: str) -> list[Person]:
    """Those on record under this name, with an account or without."""
    return list(Person.objects.filter(name_zh=name_zh.strip()).select_related("account"))
