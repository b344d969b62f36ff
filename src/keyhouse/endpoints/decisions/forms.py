"""The wire form of questions: JSON in, typed questions out; what cannot be read is said by the name of its field."""

import enum
from dataclasses import dataclass
from typing import Any

import orjson

from keyhouse.domain.grants.hot_decisions import Question
from keyhouse.foundation import ids

MAX_BODY = 1024 * 1024
MAX_QUESTIONS = 1000
PARTS = ("subject", "action", "resource", "context")


class Semantic(enum.StrEnum):
    """How far many questions are answered."""

    ALL = "execute_all"
    UNTIL_DENIED = "deny_on_first_deny"
    UNTIL_PERMITTED = "permit_on_first_permit"


class Unreadable(Exception):
    """A request is not of the form that AuthZEN asks for; the text says which field and what it should be."""


@dataclass(frozen=True, kw_only=True)
class Many:
    """Several questions, each readable or with its fault, and how far to answer them."""

    questions: list[Question | Unreadable]
    semantic: Semantic


def body(content: bytes) -> dict[str, Any]:
    """The JSON object of a request. Raises Unreadable."""
    try:
        data = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise Unreadable("The body is not JSON.") from None
    if not isinstance(data, dict):
        raise Unreadable("The body is not a JSON object.")
    return data


def question(data: dict[str, Any], *, ignoring: str = "") -> Question:
    """One question; a search ignores the id of its subject or resource, or the whole action. Raises Unreadable."""
    subject, resource = _part(data, "subject"), _part(data, "resource")
    _checked_context(data)
    return Question(
        subject_type=_text(subject, "subject.type"),
        subject=0 if ignoring == "subject" else _id(subject, "subject.id"),
        task="" if ignoring == "action" else _text(_part(data, "action"), "action.name"),
        asset_type=_text(resource, "resource.type"),
        asset=0 if ignoring == "resource" else _id(resource, "resource.id"),
    )


def many(data: dict[str, Any]) -> Many | None:
    """Several questions, with the outer parts as defaults; None when it is a single one. Raises Unreadable."""
    given = data.get("evaluations")
    if given is None or given == []:
        return None
    if not isinstance(given, list) or len(given) > MAX_QUESTIONS:
        raise Unreadable(f"evaluations is a list of at most {MAX_QUESTIONS} questions.")
    defaults = {name: data[name] for name in PARTS if name in data}
    return Many(questions=[_one_of_many(defaults, one) for one in given], semantic=_semantic(data))


def _one_of_many(defaults: dict[str, Any], data: Any) -> Question | Unreadable:
    if not isinstance(data, dict):
        return Unreadable("An evaluation is a JSON object.")
    try:
        return question({**defaults, **data})
    except Unreadable as fault:
        return fault


def _semantic(data: dict[str, Any]) -> Semantic:
    options = data.get("options", {})
    if not isinstance(options, dict):
        raise Unreadable("options is a JSON object.")
    try:
        return Semantic(options.get("evaluations_semantic", Semantic.ALL))
    except ValueError:
        raise Unreadable(f"options.evaluations_semantic is one of {', '.join(Semantic)}.") from None


def _part(data: dict[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    if not isinstance(found, dict):
        raise Unreadable(f"{name} is missing: it is a JSON object.")
    if not isinstance(found.get("properties", {}), dict):
        raise Unreadable(f"{name}.properties is a JSON object.")
    return found


def _checked_context(data: dict[str, Any]) -> None:
    if not isinstance(data.get("context", {}), dict):
        raise Unreadable("context is a JSON object.")


def _text(part: dict[str, Any], name: str) -> str:
    found = part.get(name.rpartition(".")[2])
    if not isinstance(found, str) or not found:
        raise Unreadable(f"{name} is missing: it is a text.")
    return found


def _id(part: dict[str, Any], name: str) -> int:
    """An id of ours; a text that is none is a thing that doesn't exist, which is no fault of form."""
    return ids.parse(_text(part, name)) or 0
