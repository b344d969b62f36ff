"""The matrix of admin roles: the panels, the default roles, and the templates from which a custom role starts."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.administration.models import RoleCode
from keyhouse.domain.administration.rules.giving import permissions_named
from keyhouse.foundation.permissions import Permission

Text = str | Promise


class Depth(enum.StrEnum):
    """How far a role reaches into a panel."""

    NONE = "none"
    VIEW = "view"
    MANAGE = "manage"


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A panel of Admin Center as the permission picker shows it; its key begins the names of its permissions."""

    key: str
    label: Text
    view: Text
    manage: Text

    @property
    def permissions(self) -> tuple[Permission, Permission]:
        """The permission to view it and the one to manage it."""
        return Permission(f"{self.key}.view"), Permission(f"{self.key}.manage")


def _panel(key: str, label: Text, view: Text, manage: Text) -> Panel:
    return Panel(key=key, label=label, view=view, manage=manage)


PANELS: tuple[Panel, ...] = (
    _panel("people", _("People"), _("directory and profiles"),
           _("add, import, edit, deactivate, suspend, delete, activation links, sign-in method")),
    _panel("groups", _("Groups"), _("groups, members"), _("create, edit, delete; rules")),
    _panel("presets", _("People presets"), _("presets"), _("create, edit, delete, assign")),
    _panel("profile_fields", _("Profile fields"), _("policy"), _("change who may edit each field")),
    _panel("provisioning", _("Identity providers"), _("connections, request log"),
           _("create, tokens, IP lists, mapping, replay, brake release")),
    _panel("relationships", _("External relationships"), _("relationships"),
           _("invite, accept, end, approve member requests")),
    _panel("insights", _("Insights"), _("figures"), _("reminders")),
    _panel("roles", _("Admin roles"), _("roles and holders"), _("create and edit custom roles, but not assign them")),
    _panel("domains", _("Domain verification"), _("domains"), _("add, verify, trust, remove")),
    _panel("sso", _("Single sign-on"), _("connections"), _("add, test, activate, assign domains, certificates")),
    _panel("two_factor", _("Two-factor authentication"), _("settings, who lacks a second factor"),
           _("change; reset a person's factors")),
    _panel("security_settings", _("Security settings"), _("settings"), _("change")),
    _panel("alerts", _("Security alerts"), _("alerts"), _("unlock, close, assign")),
    _panel("logs", _("Security logs"), _("logs"), _("export, retention, streaming")),
    _panel("integrations", _("Security integrations"), _("integrations"), _("create, secrets, IP lists")),
    _panel("products", _("Products & billing"), _("products and access"), _("connect, change access, remove")),
    _panel("organization", _("Organization settings"), _("settings"), _("change name, logo, locale, time zone")),
    _panel("migration", _("Migration Center"), _("read-only"), _("as migration manager")),
    _panel("devices", _("Devices"), _("devices"), _("manage devices, casting")),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Template:
    """A role of the matrix: its name, what it is for, and how far it reaches into the panels it names."""

    name: Text
    description: Text
    depths: Mapping[str, Depth]

    @property
    def permissions(self) -> frozenset[Permission]:
        """The permissions it gives."""
        return permissions_at(self.depths)


def permissions_at(depths: Mapping[str, Depth | str]) -> frozenset[Permission]:
    """The permissions of panels at these depths; a panel that isn't named, or none, gives nothing."""
    return permissions_named(f"{key}.{depth}" for key, depth in depths.items() if depth != Depth.NONE)


def depths_of(permissions: Iterable[Permission | str]) -> dict[str, Depth]:
    """How far these permissions reach into each panel."""
    given = {str(one) for one in permissions}
    return {
        panel.key: next((d for d in (Depth.MANAGE, Depth.VIEW) if f"{panel.key}.{d.value}" in given), Depth.NONE)
        for panel in PANELS
    }


def _reach(manage: str = "", view: str = "") -> dict[str, Depth]:
    return dict.fromkeys(view.split(), Depth.VIEW) | dict.fromkeys(manage.split(), Depth.MANAGE)


DEFAULT_ROLES: dict[RoleCode, Template] = {
    RoleCode.SYSTEM_ADMIN: Template(
        name=_("System admin"),
        description=_("Everything in Admin Center, admin roles included."),
        depths={panel.key: Depth.MANAGE for panel in PANELS},
    ),
    RoleCode.EXTERNAL_SYSTEM_ADMIN: Template(
        name=_("External system admin"),
        description=_("For guests from elsewhere: without alerts, logs, who is hosted here, and giving roles."),
        depths={p.key: Depth.MANAGE for p in PANELS if p.key not in ("alerts", "logs")},
    ),
    RoleCode.DEVICE_ADMIN: Template(
        name=_("Device admin"), description=_("Manages devices."), depths=_reach(manage="devices")
    ),
    RoleCode.FACILITATOR: Template(
        name=_("Facilitator"), description=_("Sees devices, for casting only."), depths=_reach(view="devices")
    ),
}

TEMPLATES: dict[str, Template] = {
    "people_admin": Template(
        name=_("People admin"),
        description=_("Looks after people and groups."),
        depths=_reach(manage="people groups insights migration", view="presets profile_fields roles products"),
    ),
    "it_setup_admin": Template(
        name=_("IT setup admin"),
        description=_("Sets up domains, single sign-on and provisioning."),
        depths=_reach(
            manage="provisioning domains sso migration",
            view="people groups insights roles two_factor security_settings integrations products organization",
        ),
    ),
    "security_analyst": Template(
        name=_("Security analyst"),
        description=_("Works on alerts and reads the logs."),
        depths=_reach(
            manage="insights alerts logs",
            view="people groups provisioning domains sso roles two_factor security_settings integrations products "
            "organization",
        ),
    ),
    "auditor": Template(
        name=_("Auditor"),
        description=_("Sees everything and changes nothing."),
        depths=_reach(view=" ".join(panel.key for panel in PANELS if panel.key != "devices")),
    ),
}
