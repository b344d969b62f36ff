"""Questions answered in their wire form; both doors, the view and the hot one, end here."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation

from keyhouse.domain.grants import hot_decisions
from keyhouse.domain.grants.hot_decisions import Answer, Asker, Question
from keyhouse.domain.grants.hot_decisions.questions import TEXTS
from keyhouse.endpoints.decisions import forms, paging
from keyhouse.endpoints.decisions.forms import Many, Semantic, Unreadable

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A status and what is said with it."""

    status: int
    content: Json


def _sentences() -> dict[str, str]:
    """The sentences of the codes in the language of the source: machines ask."""
    with translation.override(None):
        return {code: str(text) for code, text in TEXTS.items()}


SENTENCES = _sentences()


def refusal(status: int, message: str) -> Reply:
    """A request that gets no decision."""
    return Reply(status=status, content={"error": {"status": status, "message": message}})


def evaluation(asker: Asker, content: bytes) -> Reply:
    """Whether she may."""
    try:
        question = forms.question(forms.body(content))
    except Unreadable as fault:
        return refusal(400, str(fault))
    return Reply(status=200, content=decision(hot_decisions.may(asker, question)))


def evaluations(asker: Asker, content: bytes) -> Reply:
    """May she, for several questions; a body without any is one question."""
    try:
        asked = forms.many(forms.body(content))
    except Unreadable as fault:
        return refusal(400, str(fault))
    if asked is None:
        return evaluation(asker, content)
    return Reply(status=200, content={"evaluations": _as_far_as_wanted(asked.semantic, _decisions(asker, asked))})


def _decisions(asker: Asker, asked: Many) -> list[Json]:
    readable = [one for one in asked.questions if isinstance(one, Question)]
    answers = iter(hot_decisions.may_many(asker, readable))
    return [decision(next(answers)) if isinstance(one, Question) else fault(one) for one in asked.questions]


def _as_far_as_wanted(semantic: Semantic, found: list[Json]) -> list[Json]:
    """All of them, or those up to the first that decides."""
    if semantic is Semantic.ALL:
        return found
    deciding = semantic is Semantic.UNTIL_PERMITTED
    last = next((place for place, one in enumerate(found) if one["decision"] is deciding), len(found))
    return found[: last + 1]


def decision(answer: Answer) -> Json:
    """A decision with its reason: the code, the sentence, and the things that the path goes through."""
    path = [{"type": kind, "id": str(one)} for kind, one in answer.path]
    reason = {"code": answer.code, "text": SENTENCES[answer.code], "path": path}
    return {"decision": answer.allowed, "context": {"reasons": [reason]}}


def fault(unreadable: Unreadable) -> Json:
    """The decision on a question that cannot be read, among others that can."""
    reason = {"code": "unreadable", "text": str(unreadable), "path": []}
    return {"decision": False, "context": {"reasons": [reason], "error": {"status": 400, "message": str(unreadable)}}}


def search(kind: str, asker: Asker, content: bytes) -> Reply:
    """Who may, with what may she, or which tasks: one page of a list that equals the sum of single answers."""
    try:
        data = forms.body(content)
        question = forms.question(data, ignoring=kind)
        page = paging.read(data, kind, asker, question)
    except Unreadable as found:
        return refusal(400, str(found))
    if kind == "action":
        names = [{"name": name} for name in hot_decisions.which_tasks(asker, question)]
        return Reply(status=200, content={"results": names, "page": {"next_token": "", "count": len(names)}})
    ask = hot_decisions.who_may if kind == "subject" else hot_decisions.what_may
    found_ids = ask(asker, question, after=page.after, most=page.most + 1)
    wire_type = question.subject_type if kind == "subject" else question.asset_type
    results = [{"type": wire_type, "id": str(one)} for one in found_ids[: page.most]]
    more = paging.token(kind, asker, question, found_ids[page.most - 1]) if len(found_ids) > page.most else ""
    return Reply(status=200, content={"results": results, "page": {"next_token": more, "count": len(results)}})
