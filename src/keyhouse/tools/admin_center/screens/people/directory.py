"""Directory: everybody who holds a work account of the organization."""

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.directory import queries as directory
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Person, PersonState, SignInMethod
from keyhouse.foundation.keyset import Place
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.people.selection import deeds_for

PAGE = 50
SHOWN = (
    PersonState.ACTIVE,
    PersonState.INVITED,
    PersonState.ADDED,
    PersonState.LOCKED,
    PersonState.SUSPENDED,
    PersonState.DEACTIVATED,
)
METHODS = {SignInMethod.SSO: _("Single sign-on preferred"), SignInMethod.PASSWORD: _("Password only")}
HEAD = [
    "account_id",
    "email",
    "first_name",
    "last_name",
    "display_name",
    "job_title",
    "department",
    "authentication_method",
    "status",
    "managed_by",
    "last_active",
]


def index(request: ui.Request) -> ui.Response:
    """The list, by name."""
    search, state = request.GET.get("q", "").strip(), _state(request)
    cursor = ui.cursor_of(request)
    place = Place(key=tuple(cursor)) if cursor and len(cursor) == 2 else Place()
    found = directory.page(request.actor, _wanted(search, state), directory.SORTS["name"], place, PAGE + 1)
    page = ui.page_of(request, found.cut.rows, PAGE, lambda person: [person.name_folded, person.id])
    organization_id = request.actor.organization_id or 0
    roles = administration.roles_of_many(organization_id, [person.id for person in page.rows])
    numbers = queries.numbers_by_state(organization_id)
    return ui.render(
        request,
        "people/index",
        page=page,
        q=search,
        state=state,
        total=sum(numbers.values()),
        may_manage=Permission.PEOPLE_MANAGE in request.actor.permissions,
        deeds=deeds_for(request.actor),
        states=[(one.value, numbers.get(one.value, 0)) for one in SHOWN if numbers.get(one.value) or one == state],
        rows=[
            (person, ", ".join(roles.get(person.id, [])), METHODS.get(SignInMethod(person.sign_in_method)))
            for person in page.rows
        ],
    )


def export(request: ui.Request) -> ui.Response:
    """The people that the filters show, as a CSV file."""
    wanted = _wanted(request.GET.get("q", "").strip(), _state(request))
    people = directory.page(request.actor, wanted, directory.SORTS["name"], Place(), 1_000_000).cut.rows
    return ui.csv_download("people.csv", HEAD, (_cells(person) for person in people))


def _wanted(search: str, state: str) -> Filter:
    return Filter(text=search, states=(state,) if state else ())


def _state(request: ui.Request) -> str:
    wanted = request.GET.get("status", "")
    return wanted if wanted in {one.value for one in SHOWN} else ""


def _cells(person: Person) -> list[object]:
    managed_by = person.managed_by.name if person.managed_by else "Manual"
    last_active = person.last_active_at.strftime("%Y-%m-%dT%H:%M:%SZ") if person.last_active_at else ""
    return [
        person.id,
        person.email,
        person.given_name,
        person.family_name,
        person.display_name,
        person.job_title,
        person.department,
        person.sign_in_method,
        person.state,
        managed_by,
        last_active,
    ]
