"""The one table of permissions: a row means "any of these lists, all of it"."""

import dataclasses

from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import predicates as p
from keyhouse.foundation.permissions.actors import Actor
from keyhouse.foundation.permissions.facts import Facts
from keyhouse.foundation.permissions.names import Permission
from keyhouse.foundation.permissions.predicates import Predicate

Row = list[list[Predicate]]

FROM_ROLES = [
    permission
    for permission in Permission
    if permission.value.endswith((".view", ".manage"))
    and not permission.value.startswith(("portfolio.", "asset.", "accounts."))
]
STEPS = [permission for permission in Permission if permission.value.startswith("step.")]
RESERVED = [
    Permission.ASSIGN_ADMIN_ROLES,
    Permission.DELETE_ORGANIZATION,
    Permission.REVEAL_MASKED_PEOPLE,
    Permission.MANAGE_BREAK_GLASS,
    Permission.TURN_OFF_SSO,
    Permission.APPROVE_TRUSTED_DOMAIN,
    Permission.TAKE_FULL_CONTROL,
    Permission.CREATE_PORTFOLIO,
]

TABLE: dict[Permission, Row] = {
    **{one: [[p.holds(one), p.in_its_organization], [p.is_operator], [p.is_system]] for one in FROM_ROLES},
    **{one: [[p.holds(one), p.in_its_organization], [p.is_operator]] for one in RESERVED},
    **{one: [[p.step(one)], [p.is_operator]] for one in STEPS},
    **{
        one: [[p.holds(one), p.in_its_organization, p.not_hosted_by_it], [p.is_operator], [p.is_system]]
        for one in (Permission.RELATIONSHIPS_VIEW, Permission.RELATIONSHIPS_MANAGE)
    },
    Permission.GUEST_CHANGE: [
        [p.step(Permission.GUEST_CHANGE)],
        [p.holds(Permission.RELATIONSHIPS_MANAGE), p.in_its_organization, p.not_hosted_by_it],
        [p.is_operator],
        [p.is_system],
    ],
    Permission.ORGANIZATION_ENTER: [[p.is_person, p.is_herself]],
    Permission.PERSON_CHANGE: [
        [p.step(Permission.PERSON_CHANGE)],
        [p.holds(Permission.PEOPLE_MANAGE), p.in_its_organization],
        [p.is_operator],
    ],
    Permission.DECIDE: [[p.holds(Permission.DECIDE)]],
    Permission.SECURITY_LOGS_READ: [[p.holds(Permission.SECURITY_LOGS_READ), p.in_its_organization]],
    Permission.ACCOUNTS_MANAGE: [
        [p.is_connection, p.holds(Permission.ACCOUNTS_MANAGE), p.in_its_organization],
    ],
    Permission.ORGANIZATION_SET_UP: [[p.is_operator], [p.visitor_holding_its_link]],
    Permission.DOMAIN_VERIFY_BY_WORD: [[p.is_operator]],
    Permission.PORTFOLIO_VIEW: [[p.member_of_it], [p.is_operator]],
    Permission.PORTFOLIO_EDIT: [[p.full_control_of_it], [p.is_operator]],
    Permission.PORTFOLIO_PEOPLE_VIEW: [[p.full_control_of_it], [p.is_operator]],
    Permission.PORTFOLIO_PEOPLE_INVITE: [
        [p.full_control_of_it, p.never_more_than_own_access],
        [p.is_operator],
        [p.is_system],
    ],
    Permission.PORTFOLIO_PEOPLE_CHANGE: [[p.full_control_of_it, p.never_more_than_own_access], [p.is_operator]],
    Permission.PORTFOLIO_PEOPLE_REMOVE: [[p.full_control_of_it], [p.is_operator], [p.is_system]],
    Permission.PORTFOLIO_LEAVE: [[p.member_of_it, p.is_herself]],
    Permission.PORTFOLIO_PARTNERS_MANAGE: [[p.manages_partners_of_it], [p.is_operator]],
    Permission.PORTFOLIO_SYSTEM_USERS_MANAGE: [[p.full_control_of_it], [p.is_operator]],
    Permission.PORTFOLIO_ASSETS_VIEW: [[p.full_control_of_it], [p.is_operator]],
    Permission.PORTFOLIO_ASSETS_MANAGE: [[p.full_control_of_it], [p.is_operator]],
    Permission.ASSET_VIEW: [[p.member_of_it], [p.full_control_of_asset], [p.is_operator]],
    Permission.ASSET_ASSIGN: [[p.full_control_of_it], [p.full_control_of_asset], [p.is_operator]],
    Permission.MEMBER_SUMMARY_VIEW: [[p.full_control_of_it], [p.member_of_it, p.is_herself], [p.is_operator]],
    Permission.GROUP_OPEN: [
        [p.holds(Permission.GROUPS_VIEW), p.in_its_organization],
        [p.is_person, p.owns_it, p.in_its_organization],
        [p.is_operator],
    ],
    Permission.GROUP_MEMBERS_CHANGE: [
        [p.holds(Permission.GROUPS_MANAGE), p.in_its_organization],
        [p.is_person, p.owns_it, p.in_its_organization],
        [p.is_operator],
        [p.is_system],
    ],
    Permission.OWN_ACCOUNT: [[p.is_person, p.is_herself]],
    Permission.INVITATION_RELEASE: [
        [p.holds(Permission.DOMAINS_MANAGE), p.in_its_organization],
        [p.is_system],
        [p.is_operator],
    ],
    Permission.INVITATION_EXPIRE: [[p.is_system], [p.is_operator]],
    Permission.INVITATION_ACCEPT: [[p.visitor_holding_its_link], [p.signed_in_as_its_address]],
    Permission.APPROVAL_ASK: [[p.is_person, p.in_its_organization], [p.is_integration, p.in_its_organization]],
    Permission.APPROVAL_CANCEL: [[p.is_herself, p.in_its_organization], [p.visitor_holding_its_link]],
    Permission.APPROVAL_END: [[p.is_system], [p.is_operator]],
    Permission.PRESET_REFRESH: [[p.in_its_organization], [p.is_operator], [p.is_system]],
    Permission.ACCOUNT_CHANGE: [
        [p.holds(Permission.PEOPLE_MANAGE), p.in_its_organization],
        [p.is_its_connection, p.in_its_organization],
        [p.is_operator],
        [p.is_system],
    ],
    Permission.ACCOUNT_ACTIVATE: [[p.visitor_holding_its_link], [p.is_herself]],
    Permission.SIGN_IN: [[p.anybody]],
    Permission.LINK_USE: [[p.visitor_holding_its_link]],
    Permission.SIGN_IN_LINK_CREATE: [[p.is_operator]],
    Permission.FACTORS_CHANGE: [
        [p.step(Permission.FACTORS_CHANGE)],
        [p.is_person, p.is_herself],
        [p.is_operator],
    ],
    Permission.LINK_CREATE: [
        [p.step(Permission.LINK_CREATE)],
        [p.holds(Permission.PEOPLE_MANAGE), p.in_its_organization],
        [p.is_operator],
    ],
    Permission.SESSIONS_END: [
        [p.step(Permission.SESSIONS_END)],
        [p.is_person, p.is_herself],
        [p.holds(Permission.PEOPLE_MANAGE), p.in_its_organization],
        [p.is_operator],
    ],
}


def allows(by: Actor, permission: Permission, on: Facts) -> bool:
    """Whether the table allows this actor this permission on these facts."""
    return any(all(predicate(by, on) for predicate in alternative) for alternative in TABLE[permission])


def authorize(by: Actor, permission: Permission, on: Facts, *, handing_out: object = None) -> None:
    """Refuse an actor whom no row of the table allows this. Raises NotAllowed, which names the permission."""
    facts = on if handing_out is None else dataclasses.replace(on, handing_out=handing_out)
    if not allows(by, permission, facts):
        raise NotAllowed(permission=permission.sentence)
