"""What the framework's description leaves out: problem documents, the headers of writes, optional sign-in."""

from http import HTTPStatus
from typing import Any

from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema

from coretech.api.once import FORM, HEADER
from coretech.api.problems import MEDIA_TYPE, Problem

METHODS = {"get", "post", "put"}
ANYONE: dict[str, list[str]] = {"Anyone": []}

_ONCE = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "description": "Name the request; sent again with the same content it is not done twice, and answers 200.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": FORM},
}
_IF_MATCH = {
    "in": "header",
    "name": "If-Match",
    "required": False,
    "description": "The ETag of the case as you read it; 412 where somebody has written to it since.",
    "schema": {"type": "string", "pattern": r'^"[0-9]{1,9}"$'},
}
_LOCATION = {"description": "Where the thing is that the act is about.", "schema": {"type": "string"}}

Part = dict[str, Any]


def complete(schema: OpenAPISchema) -> OpenAPISchema:
    """The description with everything that all operations share; ``schema`` itself is filled in."""
    problem = Problem.model_json_schema(ref_template=REF_TEMPLATE)
    schemas = schema["components"]["schemas"]
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    for path, methods in schema["paths"].items():
        for method in methods.keys() & METHODS:
            _complete(methods[method], path, schemas)
    schema["components"]["securitySchemes"].pop("Anyone", None)
    return schema


def _complete(operation: Part, path: str, schemas: Part) -> None:
    parameters, responses = operation["parameters"], operation["responses"]
    public = ANYONE in operation["security"]
    operation["security"] = [{} if each == ANYONE else each for each in operation["security"]]
    writes, fields = HTTPStatus.CREATED in responses, _body(operation, schemas)
    if writes:
        parameters.append(_ONCE)
        responses[HTTPStatus.CREATED]["headers"] = {"Location": _LOCATION}
    if "seen" in fields:
        parameters.append(_IF_MATCH)
    may = {401, 422} | (set() if public else {403}) | ({404} if "{" in path else set())
    may |= ({403, 404, 409} if writes else set()) | ({412} if "seen" in fields else set())
    may |= {429} if public and writes else set()
    may |= {400, 413, 415} if "requestBody" in operation else set()
    for status in sorted(may):
        responses.setdefault(status, problem_answer(status))


def _body(operation: Part, schemas: Part) -> Part:
    """The fields of an operation's content."""
    schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    reference = schema.get("$ref") or next((each["$ref"] for each in schema.get("allOf", [])), "")
    found: Part = schemas.get(reference.rsplit("/", 1)[-1], {}).get("properties", {})
    return found


def problem_answer(status: int) -> Part:
    """How a refusal with this status is described, for an operation that others of its kind do not answer with."""
    reference = {"$ref": REF_TEMPLATE.format(model="Problem")}
    return {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {"schema": reference}}}


NOT_THERE = {"responses": {HTTPStatus.NOT_FOUND.value: problem_answer(HTTPStatus.NOT_FOUND)}}
"""What an operation adds whose query names a thing there may be none of."""
