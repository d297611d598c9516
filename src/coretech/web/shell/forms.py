"""How a field of a Django form is drawn: which component, with which parameters."""

from collections.abc import Mapping

from django.forms import BoundField, widgets

from coretech.web.shell.form_errors import field_errors

Parameters = dict[str, object]

_COMPONENTS: Mapping[type[widgets.Widget], str] = {
    widgets.PasswordInput: "password",
    widgets.Textarea: "textarea",
    widgets.CheckboxInput: "checkbox",
    widgets.CheckboxSelectMultiple: "checkboxes",
    widgets.RadioSelect: "radios",
    widgets.Select: "select",
    widgets.ClearableFileInput: "file",
    widgets.HiddenInput: "hidden",
}
_KEPT_ATTRIBUTES = ("autocomplete", "inputmode", "autocapitalize")


def component_of(bound: BoundField) -> str:
    """The component that draws this field; a plain text input where no other is closer."""
    kind = type(bound.field.widget)
    return next((_COMPONENTS[parent] for parent in kind.__mro__ if parent in _COMPONENTS), "input")


def parameters_of(bound: BoundField) -> Parameters:
    """The component's parameters: name, label, value, hint and error, with the ids that join them."""
    errors = [*field_errors(bound)]
    attributes = bound.field.widget.attrs
    given: Parameters = {
        "id": bound.auto_id,
        "idPrefix": bound.auto_id,
        "name": bound.html_name,
        "type": getattr(bound.field.widget, "input_type", "text"),
        "value": _value(bound),
        "errorText": " ".join(errors),
        "rows": str(attributes.get("rows", 5)),
    }
    return given | {name: attributes[name] for name in _KEPT_ATTRIBUTES if name in attributes}


def options_of(bound: BoundField) -> list[Parameters]:
    """The choices of a select, radios or checkboxes, with those chosen marked in each component's word for it."""
    chosen = _chosen(bound)
    return [
        {
            "value": str(value),
            "text": str(text),
            "checked": str(value) in chosen,
            "selected": str(value) in chosen,
        }
        for value, text in bound.field.widget.choices
    ]


def _chosen(bound: BoundField) -> frozenset[str]:
    value = bound.value()
    if value is None:
        return frozenset()
    return frozenset(str(each) for each in (value if isinstance(value, list | tuple) else [value]))


def _value(bound: BoundField) -> str:
    """What was typed, given back as it was typed; a password and a file are never given back."""
    if component_of(bound) in {"password", "file"}:
        return ""
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else str(value)
