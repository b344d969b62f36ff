"""Streams of the log: where each leads, how far it is behind, and the dialogs that change one."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.security_logs import actions, queries, rules
from keyhouse.domain.security_logs.rules import Kind, LogStream
from keyhouse.foundation.permissions import Permission

LIST, PAGE, ADDING = "admin_center:log_streams", "admin_center:log_stream", "admin_center:log_stream_adding"
KINDS = {
    Kind.WEBHOOK: (gettext_lazy("Webhook"), gettext_lazy("Signed JSON over https, to a collector or a function.")),
    Kind.SYSLOG: (gettext_lazy("Syslog"), gettext_lazy("RFC 5424 messages over TLS, to a SIEM or a log server.")),
    Kind.FILE: (gettext_lazy("File"), gettext_lazy("NDJSON in the data folder, for an agent on the server.")),
}
STEPS = (gettext_lazy("Kind"), gettext_lazy("Where to"))


class Setup(ui.Form):
    """What a stream is called and where it leads."""

    name = ui.TextField(label=gettext_lazy("Name"), max_length=100)
    address = ui.TextField(label=gettext_lazy("Address"), max_length=2048)
    certificate = ui.TextAreaField(
        label=gettext_lazy("Certificate authority"),
        required=False,
        help_text=gettext_lazy("PEM, when the server's certificate comes from an authority of your own."),
    )
    from_beginning = ui.BooleanField(
        label=gettext_lazy("Begin with the oldest line"),
        required=False,
        help_text=gettext_lazy("Otherwise it carries what happens from now on."),
    )

    def __init__(self, kind: Kind, *args: Any, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        left_out = {Kind.WEBHOOK: ["certificate"], Kind.SYSLOG: [], Kind.FILE: ["address", "certificate"]}
        for name in left_out[kind] + ([] if is_new else ["from_beginning"]):
            del self.fields[name]
        if kind is Kind.WEBHOOK:
            self.fields["address"].help_text = _("An https address that takes a POST.")
        elif kind is Kind.SYSLOG:
            self.fields["address"].help_text = _("host:port; without a port it is 6514.")

    def setup(self, kind: Kind) -> rules.StreamSetup:
        """The same as the domain takes it. Raises WrongAddress for http that isn't allowed."""
        found = {name: self.cleaned_data.get(name, "") for name in ("name", "address", "certificate")}
        setup = rules.StreamSetup(kind=kind, **found)
        queries.refuse_plain_http(setup)
        return setup


def index(request: ui.Request) -> ui.Response:
    """The list of streams."""
    streams = queries.streams(request.actor.organization_id or 0)
    rows = [(one, KINDS[Kind(one.kind)][0], rules.place_shown(one), queries.lag(one)) for one in streams]
    return ui.render(request, "security_logs/streams", rows=rows, may_manage=_may_manage(request), tab="streams")


def _kinds(request: ui.Request) -> ui.Response:
    """The first step: to what."""
    options = [(kind.value, *words) for kind, words in KINDS.items()]
    return ui.dialog(request, "security_logs/stream_kinds", options=options, steps=ui.Trail(0, *STEPS))


def add(request: ui.Request) -> ui.Response:
    """The dialog Add stream: to what, then where to; then the secret, shown once."""
    kind = next((one for one in Kind if one == request.GET.get("kind")), None)
    if kind is None:
        return _kinds(request)
    form = Setup(kind, request.POST or None, initial={"name": KINDS[kind][0]})
    if form.is_valid():
        with form.explaining_refusals():
            organization = organizations.organization(request.actor.organization_id or 0)
            made, secret = actions.add_stream(
                by=request.actor,
                organization=organization,
                setup=form.setup(kind),
                from_beginning=form.cleaned_data["from_beginning"],
            )
            if secret:
                return shown_once(request, made, secret)
            return ui.done(request, PAGE, made.id, said=_("The stream is added."))
    return ui.dialog(
        request,
        "security_logs/stream_form",
        form=form,
        kind=KINDS[kind][0],
        address=f"{reverse(ADDING)}?kind={kind}",
        close=reverse(LIST),
        steps=ui.Trail(1, *STEPS),
    )


def detail(request: ui.Request, stream: ui.Id) -> ui.Response:
    """One stream: its state, how far it is behind, and what failed."""
    behind, oldest = queries.lag(found := queries.stream(request.actor, stream))
    return ui.render(
        request,
        "security_logs/stream",
        stream=found,
        kind=KINDS[Kind(found.kind)][0],
        place=rules.place_shown(found),
        behind=behind,
        oldest=oldest,
        may_manage=_may_manage(request),
    )


def edit(request: ui.Request, stream: ui.Id) -> ui.Response:
    """The dialog Edit stream."""
    found = queries.stream(request.actor, stream)
    kind = Kind(found.kind)
    initial = {"name": found.name, "address": found.address, "certificate": found.certificate}
    form = Setup(kind, request.POST or None, initial=initial, is_new=False)
    if form.is_valid():
        with form.explaining_refusals():
            actions.change_stream(by=request.actor, stream=found, setup=form.setup(kind))
            return ui.done(request, PAGE, found.id, said=_("{name} is saved.").format(name=found.name))
    return ui.dialog(
        request,
        "security_logs/stream_form",
        form=form,
        stream=found,
        kind=KINDS[kind][0],
        address=reverse("admin_center:log_stream_editing", args=[found.id]),
        close=reverse(PAGE, args=[found.id]),
    )


def shown_once(request: ui.Request, stream: LogStream, secret: str) -> ui.Response:
    """The secret of a stream, which is not shown again."""
    close = reverse(PAGE, args=[stream.id])
    response = ui.dialog(request, "security_logs/stream_secret", stream=stream, secret=secret, close=close)
    response.headers["Cache-Control"] = "no-store"
    return response


def _may_manage(request: ui.Request) -> bool:
    return Permission.LOGS_MANAGE in request.actor.permissions
