"""What an administrator keeps of the directory: the columns that she sees, and filters by name."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.directory import actions
from keyhouse.domain.directory import queries as directory
from keyhouse.tools.admin_center.screens.people import columns, filters

PEOPLE, PAGE = "admin_center:people", "people"


class Columns(ui.Form):
    """Which columns are shown."""

    columns = ui.ManyField(
        label=gettext_lazy("Columns"),
        choices=[(one.key, one.label) for one in columns.COLUMNS if one is not columns.NAME],
        required=False,
    )


class Name(ui.Form):
    """What a saved filter is called."""

    name = ui.TextField(label=gettext_lazy("Name"), max_length=60)


def choose(request: ui.Request) -> ui.Response:
    """The dialog Filter: everything by which the list can be narrowed."""
    listing = ui.Listing(request, columns=columns.COLUMNS, choices=filters.choices(request.actor), sort="name")
    groups = [
        (one, [(value, label, value in listing.chosen.get(one.key, ())) for value, label in one.options])
        for one in listing.choices
        if one.options
    ]
    hidden = [(name, request.GET[name]) for name in ("q", "sort", "columns") if request.GET.get(name)]
    return ui.dialog(request, "people/filter", groups=groups, hidden=hidden, close=reverse(PEOPLE))


def choose_columns(request: ui.Request) -> ui.Response:
    """The dialog Columns."""
    shown = directory.own_columns(request.actor, PAGE) or [one.key for one in columns.COLUMNS if one.usual]
    form = Columns(request.POST if request.method == "POST" else None, initial={"columns": shown})
    if form.is_valid():
        actions.choose_columns(by=request.actor, page=PAGE, columns=form.cleaned_data["columns"])
        return ui.done(request, PEOPLE, query=request.GET.urlencode())
    return ui.dialog(request, "people/columns", form=form, close=reverse(PEOPLE))


def save(request: ui.Request) -> ui.Response:
    """The dialog Save filter."""
    form = Name(request.POST if request.method == "POST" else None)
    query = request.GET.copy()
    for name in ("after", "before", "end"):
        query.pop(name, None)
    if form.is_valid():
        with form.explaining_refusals():
            name = form.cleaned_data["name"]
            saved = actions.save_filter(by=request.actor, page=PAGE, name=name, query=query.urlencode())
            return ui.done(request, PEOPLE, said=_("{name} was saved.").format(name=saved.name), query=saved.query)
    return ui.dialog(request, "people/save_filter", form=form, query=query.urlencode(), close=reverse(PEOPLE))


def open_saved(request: ui.Request, saved_filter: ui.Id) -> ui.Response:
    """Open the list as a saved filter has it; everybody who may see the directory may open the link."""
    found = directory.saved_filter(request.actor, PAGE, saved_filter)
    return ui.onward(PEOPLE, query=found.query)


def saved(request: ui.Request) -> ui.Response:
    """The dialog Saved filters: open, share or delete one."""
    kept = directory.own_filters(request.actor, PAGE)
    rows = [(one, ui.absolute(reverse("admin_center:people_saved_filter", args=[one.id]))) for one in kept]
    return ui.dialog(request, "people/saved_filters", rows=rows, close=reverse(PEOPLE))


def delete(request: ui.Request, saved_filter: ui.Id) -> ui.Response:
    """Delete a saved filter."""
    found = directory.saved_filter(request.actor, PAGE, saved_filter)
    actions.delete_filter(by=request.actor, saved=found)
    return ui.done(request, PEOPLE, said=_("{name} was deleted.").format(name=found.name))
