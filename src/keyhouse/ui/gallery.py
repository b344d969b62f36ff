"""The gallery: every component in every state, in both themes; shown by the demo and `serve --dev` alone."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse.foundation import clock
from keyhouse.ui.fields import (
    BooleanField,
    ChoiceField,
    CodeField,
    EmailField,
    FileField,
    ManyField,
    PasswordField,
    TextAreaField,
    TextField,
)
from keyhouse.ui.forms import Form
from keyhouse.ui.frame import Frame, MenuLine, ToolLink
from keyhouse.ui.pages import OPEN, page
from keyhouse.ui.refusals import not_found
from keyhouse.ui.requests import Request, Response, wants_fragment
from keyhouse.ui.responses import draw
from keyhouse.ui.statuses import CHIPS
from keyhouse.ui.steps import Step, Steps
from keyhouse.ui.tools import Place, PlaceOption, Tool

app_name = "gallery"

PEOPLE = [
    ("Ada Berg", "ada@acme.example", "active", "Head of IT", 1204),
    ("Ben Osei", "ben@acme.example", "invited", "Campaign manager", 3),
    ("Cleo Marin", "cleo@brightside.example", "locked", "Agency lead", 88),
    ("Dana Roth", "dana@acme.example", "deactivated", "Editor", 0),
]


class Example(Form):
    """One field of each kind."""

    email = EmailField(label=_("Email address"), help_text=_("The address the person signs in with."))
    name = TextField(label=_("First name"), required=False)
    password = PasswordField(label=_("Password"))
    code = CodeField(label=_("Code"), digits=6)
    access = ChoiceField(label=_("Access"), choices=[("basic", _("Basic")), ("full", _("Full control"))])
    department = ChoiceField(label=_("Department"), as_list=True, choices=[("", "–"), ("it", "IT"), ("press", "Press")])
    tasks = ManyField(label=_("Tasks"), choices=[("a", _("Create ads")), ("b", _("View performance"))], required=False)
    xml = TextAreaField(label=_("Metadata XML"), code=True, required=False)
    file = FileField(label=_("File"), required=False)
    old_enough = BooleanField(label=_("This person is 16 or older"))


class Address(Form):
    """The first step of the example dialog."""

    email = EmailField(label=_("Email address"))


def gallery(request: Request) -> Response:
    """Every component in every state."""
    if not settings.KEYHOUSE.dev:
        return not_found(request)
    refused = Example({"email": "nobody", "access": "basic"})
    refused.is_valid()
    return draw(
        request,
        "ui/gallery/gallery.html",
        frame=_frame(request),
        people=PEOPLE,
        states=list(CHIPS),
        form=None,
        example=Example(initial={"access": "basic"}),
        refused=refused,
        now=clock.now() - dt.timedelta(hours=2),
        said=[{"text": _("Ben Osei was invited."), "tone": "success"}],
    )


def dialog(request: Request) -> Response:
    """A dialog in steps."""
    if not settings.KEYHOUSE.dev:
        return not_found(request)
    steps = Steps(request, [Step(key="person", label=_("Person"), form=Address), Step(key="review", label=_("Review"))])
    alone = wants_fragment(request)
    layout = "ui/layouts/dialog_alone.html" if alone else "ui/layouts/dialog_page.html"
    return draw(request, "ui/gallery/dialog.html", frame=_frame(request), dialog_layout=layout, steps=steps)


def _frame(request: Request) -> Frame:
    address = reverse("gallery:gallery")
    lines = [("Home", "home", True, 0), ("Directory", "users", False, 0), ("Approvals", "check-badge", False, 3)]
    menu = [
        MenuLine(label=label, address=address, icon=icon, is_current=current, count=count)
        for label, icon, current, count in lines
    ]
    theme = request.GET.get("theme", "")
    options = [PlaceOption(label="Acme", address=address, is_current=True), PlaceOption(label="Rival", address=address)]
    return Frame(
        theme=theme if theme in ("light", "dark") else "",
        tool=Tool(key="gallery", label="Admin Center", home="", search_label=_("Search people")),
        tools=[
            ToolLink(label=label, address=address, is_current=not number)
            for number, label in enumerate(("Admin Center", "Business Manager", "Migration Center"))
        ],
        sections=[("", menu[:1]), (_("People"), menu[1:])],
        place=Place(kind=_("Organization"), label="Acme", options=options),
        search_address=address,
        actor=_Nobody,
    )


class _Nobody:
    """Whoever looks at the gallery."""

    name: Any = "Ada Berg"


urlpatterns = [
    page("", gallery, needs=OPEN, name="gallery"),
    page("dialog/", dialog, needs=OPEN, name="dialog"),
]
