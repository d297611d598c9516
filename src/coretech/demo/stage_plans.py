"""Those who report on plans and control them: officers, signing heads, controllers, and experts who evaluate."""

from coretech.apps.people.models import Agency, Posting
from coretech.demo.cast import AUTHORITIES, CONTROLLERS, EXPERTS, REPORTING
from coretech.demo.people import FIRST_DAY, new_account, new_person, new_post


def post_plan_people(secret: str) -> None:
    """Put them in place; officers of agencies that stand on the stage already are left as they are."""
    for code in REPORTING:
        name = Agency.objects.get(code=code).name_on(FIRST_DAY)
        if code not in AUTHORITIES:
            names = (f"{name.zh}承辦人（示範）", f"{name.en} officer (demonstration)")
            _posted(f"agency-{code}", names, code, Posting.Kind.OFFICER, secret)
        names = (f"{name.zh}核章主管（示範）", f"{name.en} signing head (demonstration)")
        _posted(f"head-{code}", names, code, Posting.Kind.HEAD, secret)
    for username, code in CONTROLLERS.items():
        name = Agency.objects.get(code=code).name_on(FIRST_DAY)
        place = username.rpartition("-")[2]
        names = (f"{name.zh}管考承辦人{place}（示範）", f"{name.en} controller {place} (demonstration)")
        _posted(username, names, code, Posting.Kind.CONTROLLER, secret)
    for number, username in enumerate(EXPERTS, start=1):
        names = (f"評估委員{number}（示範）", f"Evaluator {number} (demonstration)")
        new_person(names, new_account(username, secret))


def _posted(username: str, names: tuple[str, str], code: str, kind: Posting.Kind, secret: str) -> None:
    new_post(new_person(names, new_account(username, secret)), code, kind)
