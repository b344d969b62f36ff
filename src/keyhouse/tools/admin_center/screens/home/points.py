"""The set-up checklist of Home: what is still missing for the main job."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.portfolios import queries as portfolios


@dataclass(frozen=True, kw_only=True)
class Point:
    """A point of the set-up checklist."""

    title: str
    text: str
    is_done: bool
    button: str
    address: str


def lacking_second_factor(organization_id: int) -> list[str]:
    """The System admins who get in by password when single sign-on fails, but have no second factor; none is good."""
    admins = [
        person
        for person in administration.system_admins(organization_id)
        if person.sign_in_method == "password" and person.managed_by_id is None
    ]
    if any(credentials.has_second_factor(person) for person in admins):
        return []
    return [person.name for person in admins] or [_("Nobody")]


def points_of(request: ui.Request, organization_id: int) -> list[Point]:
    """What is still missing for the main job, in the order in which it is best done."""
    return [*_points_of_safety(organization_id), *_points_of_work(request, organization_id)]


def _points_of_safety(organization_id: int) -> list[Point]:
    return [
        Point(
            title=_("Verify a domain"),
            text=_("So that people at your addresses can be invited."),
            is_done=bool(email_domains.verified(organization_id)),
            button=_("Add domain"),
            address="/admin-center/domain-verification/",
        ),
        Point(
            title=_("Secure the way in"),
            text=_("One System admin with password and authenticator app, for the day when single sign-on fails."),
            is_done=not lacking_second_factor(organization_id),
            button=_("Set up"),
            address="/account/sign-in/",
        ),
        Point(
            title=_("Name a second System admin"),
            text=_("Nobody can lock the organization out alone."),
            is_done=administration.system_admins(organization_id).count() > 1,
            button=_("Assign"),
            address="/admin-center/admin-roles/",
        ),
    ]


def _points_of_work(request: ui.Request, organization_id: int) -> list[Point]:
    return [
        Point(
            title=_("Connect your identity provider"),
            text=_("People appear, change and leave by themselves."),
            is_done=any(one.is_on for one in connections.provisioning_connections(organization_id)),
            button=_("Connect"),
            address="/admin-center/identity-providers/",
        ),
        Point(
            title=_("Switch on single sign-on"),
            text=_("One sign-in, and one place to end it."),
            is_done=any(one.is_on for one in connections.sign_on_connections(organization_id)),
            button=_("Add IdP"),
            address="/admin-center/single-sign-on/",
        ),
        Point(
            title=_("Create a portfolio"),
            text=_("It holds pages, ad accounts and who may do what with them."),
            is_done=bool(portfolios.openable(request.actor)),
            button=_("Open"),
            address="/business-manager/",
        ),
    ]
