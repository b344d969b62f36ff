"""The door of decisions as Django views; `hot_door` answers the first two ahead of Django, and equally."""

from collections.abc import Callable

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from keyhouse.domain.grants.hot_decisions import Asker
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.endpoints.decisions import answers, callers, forms
from keyhouse.endpoints.decisions.answers import Reply, refusal

Ask = Callable[[Asker, bytes], Reply]


@csrf_exempt
def evaluation(request: HttpRequest) -> HttpResponse:
    """Whether this subject may do this task with this asset."""
    return _answered(request, answers.evaluation)


@csrf_exempt
def evaluations(request: HttpRequest) -> HttpResponse:
    """The same for many questions at once."""
    return _answered(request, answers.evaluations)


@csrf_exempt
def search(request: HttpRequest, kind: str) -> HttpResponse:
    """Who may, with what she may, or which tasks she may do."""
    return _answered(request, lambda asker, content: answers.search(kind, asker, content))


def configuration(request: HttpRequest) -> HttpResponse:
    """Where decisions are asked for, for clients that find out by themselves."""
    if request.method not in ("GET", "HEAD"):
        return _response(refusal(405, "Ask with GET."), request, allow="GET")
    base = settings.KEYHOUSE.base_url
    content = {
        "policy_decision_point": base,
        "access_evaluation_endpoint": f"{base}/access/v1/evaluation",
        "access_evaluations_endpoint": f"{base}/access/v1/evaluations",
        **{f"search_{kind}_endpoint": f"{base}/access/v1/search/{kind}" for kind in ("subject", "resource", "action")},
    }
    return _response(Reply(status=200, content=content), request)


def _answered(request: HttpRequest, ask: Ask) -> HttpResponse:
    """The token first, then the question."""
    if request.method != "POST":
        return _response(refusal(405, "Ask with POST."), request, allow="POST")
    found = callers.caller(request.headers.get("Authorization", ""), sign_in.token, request.META)
    if isinstance(found, Reply):
        return _response(found, request)
    try:
        content = request.body
    except (RequestDataTooBig, UnreadablePostError):
        content = b" " * (forms.MAX_BODY + 1)
    if len(content) > forms.MAX_BODY:
        return _response(refusal(413, f"The body is larger than {forms.MAX_BODY} bytes."), request)
    reply = ask(found.asker, content)
    callers.note_use(found, request.META)
    return _response(reply, request)


def _response(reply: Reply, request: HttpRequest, allow: str = "") -> HttpResponse:
    response = HttpResponse(orjson.dumps(reply.content), status=reply.status)
    for name, value in callers.headers(reply, request.headers.get("X-Request-ID", "")):
        response[name] = value
    if allow:
        response["Allow"] = allow
    return response
