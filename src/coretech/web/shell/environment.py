"""The Jinja2 environment that draws every page."""

import secrets
from collections.abc import Mapping, MutableMapping
from functools import cache

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
)

from coretech.web.shell import articles, case_status, dates, form_errors, forms, rulings, words
from coretech.web.shell.addresses import address_of
from coretech.web.shell.single_sign_on import single_sign_on

GOVUK = "govuk_frontend_jinja"
KEY_BYTES = 16


class ComponentLoader(BaseLoader):
    """Hands over the macros of ``govuk_frontend_jinja``, drawn by an environment of their own.

    They ask for values that were not given, which is an error in our own templates.
    """

    def __init__(self, names: Mapping[str, object]) -> None:
        """Open the package's folder under its own name, by which the macros call each other.

        Its templates know the same global names as ours: Jinja2 makes a macro's file anew for every page where a name
        is missing.
        """
        inside = PrefixLoader({GOVUK: PackageLoader(GOVUK)})
        self.components = Environment(loader=inside, auto_reload=False, autoescape=True, trim_blocks=True)
        self.components.globals |= names

    def load(
        self,
        environment: Environment,  # noqa: ARG002 - the caller's environment is the one we keep out
        name: str,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002, ARG002 - jinja2's own signature
    ) -> Template:
        """The component's template."""
        return self.components.get_template(f"{GOVUK}/{name}")


def environment(*, loader: BaseLoader, auto_reload: bool, **_: object) -> Environment:
    """Make the environment, as Django's Jinja2 backend asks: escaping, strict, with our words and components."""
    names = _names()
    made = Environment(
        loader=ChoiceLoader([loader, PrefixLoader({GOVUK: ComponentLoader(names)})]),
        auto_reload=auto_reload,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= names
    made.filters["upfirst"] = words.upfirst
    return made


def _names() -> Mapping[str, object]:
    """What templates may call by name."""
    return {
        "static": cache(static),
        "url": address,
        "say": words.say,
        "tr": words.tr,
        "both_dates": dates.both_dates,
        "words_of_date": dates.words_of_date,
        "cite": articles.cite,
        "outcome_of": rulings.outcome_of,
        "values_of": rulings.values_of,
        "readings_of": rulings.readings_of,
        "component_of": forms.component_of,
        "parameters_of": forms.parameters_of,
        "options_of": forms.options_of,
        "errors_of": form_errors.errors_of,
        "single_sign_on": single_sign_on,
        "status_of": case_status.status_of,
        "new_key": new_key,
    }


def address(name: str, *args: object, **kwargs: object) -> str:
    """The address of a page by name, in the language of the page being drawn."""
    return reverse(name, args=args, kwargs=kwargs) if args or kwargs else address_of(name)


def new_key() -> str:
    """A key for one drawing of a form: sent twice, it is the same request."""
    return secrets.token_urlsafe(KEY_BYTES)
