"""The buttons of a stream: test, pause and resume, a new secret, removal."""

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.security_logs import actions, queries
from keyhouse.tools.admin_center.screens.security_logs.streams import LIST, PAGE, shown_once


def test(request: ui.Request, stream: ui.Id) -> ui.Response:
    """Send a test along the stream, and say whether it arrived."""
    found = queries.stream(request.actor, stream)
    error = queries.try_out(found)
    actions.note_stream_test(by=request.actor, stream=found, error=error)
    if error:
        return ui.done(request, PAGE, found.id, said=error, tone="danger")
    return ui.done(request, PAGE, found.id, said=_("The test arrived."))


def pause(request: ui.Request, stream: ui.Id) -> ui.Response:
    """Let the stream carry nothing for now."""
    found = queries.stream(request.actor, stream)
    actions.pause_stream(by=request.actor, stream=found)
    said = _("{name} is paused. It keeps its place in the log.").format(name=found.name)
    return ui.done(request, PAGE, found.id, said=said)


def resume(request: ui.Request, stream: ui.Id) -> ui.Response:
    """Let the stream go on where it stood."""
    found = queries.stream(request.actor, stream)
    actions.resume_stream(by=request.actor, stream=found)
    return ui.done(request, PAGE, found.id, said=_("{name} goes on.").format(name=found.name))


def secret(request: ui.Request, stream: ui.Id) -> ui.Response:
    """The dialog Replace secret; its answer shows the new one, once."""
    found = queries.stream(request.actor, stream)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            return shown_once(request, found, actions.replace_stream_secret(by=request.actor, stream=found))
    close = reverse(PAGE, args=[found.id])
    return ui.dialog(request, "security_logs/stream_secret_replacing", stream=found, form=form, close=close)


def remove(request: ui.Request, stream: ui.Id) -> ui.Response:
    """The dialog Remove stream."""
    found = queries.stream(request.actor, stream)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.remove_stream(by=request.actor, stream=found)
            return ui.done(request, LIST, said=_("{name} is removed.").format(name=found.name))
    close = reverse(PAGE, args=[found.id])
    return ui.dialog(
        request, "security_logs/stream_removal", stream=found, form=form, close=close, behind=queries.lag(found)[0]
    )
