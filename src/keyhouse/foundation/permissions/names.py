"""The names of all permissions: the value is the name on the wire, the sentence is for people."""

import enum
from typing import Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(enum.StrEnum):
    """One thing that an actor may do in Keyhouse, with a sentence that says what."""

    sentence: str | Promise

    def __new__(cls, name: str, sentence: str | Promise = "") -> Self:
        """Keep the sentence beside the wire name; without a sentence, look up the permission of that name."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.sentence = sentence
        return member

    # Panels of Admin Center
    PEOPLE_VIEW = "people.view", _("see the directory and profiles")
    PEOPLE_MANAGE = "people.manage", _("add, edit, deactivate and delete people")
    GROUPS_VIEW = "groups.view", _("see groups and their members")
    GROUPS_MANAGE = "groups.manage", _("create, edit and delete groups")
    PRESETS_VIEW = "presets.view", _("see people presets")
    PRESETS_MANAGE = "presets.manage", _("create, edit, delete and assign people presets")
    PROFILE_FIELDS_VIEW = "profile_fields.view", _("see who may edit each profile field")
    PROFILE_FIELDS_MANAGE = "profile_fields.manage", _("change who may edit each profile field")
    PROVISIONING_VIEW = "provisioning.view", _("see provisioning connections and their request log")
    PROVISIONING_MANAGE = "provisioning.manage", _("set up provisioning connections and their tokens")
    RELATIONSHIPS_VIEW = "relationships.view", _("see external relationships")
    RELATIONSHIPS_MANAGE = "relationships.manage", _("invite, accept and end external relationships")
    INSIGHTS_VIEW = "insights.view", _("see figures about people and sign-ins")
    INSIGHTS_MANAGE = "insights.manage", _("send reminders from figures")
    ROLES_VIEW = "roles.view", _("see admin roles and who holds them")
    ROLES_MANAGE = "roles.manage", _("create and edit custom admin roles")
    DOMAINS_VIEW = "domains.view", _("see email domains")
    DOMAINS_MANAGE = "domains.manage", _("add, verify and remove email domains")
    SSO_VIEW = "sso.view", _("see sign-on connections and sign-in attempts")
    SSO_MANAGE = "sso.manage", _("set up, test and activate sign-on connections")
    TWO_FACTOR_VIEW = "two_factor.view", _("see who uses a second factor")
    TWO_FACTOR_MANAGE = "two_factor.manage", _("change two-factor rules and reset a person's factors")
    SECURITY_SETTINGS_VIEW = "security_settings.view", _("see security settings")
    SECURITY_SETTINGS_MANAGE = "security_settings.manage", _("change security settings")
    ALERTS_VIEW = "alerts.view", _("see security alerts")
    ALERTS_MANAGE = "alerts.manage", _("work on security alerts and unlock accounts")
    LOGS_VIEW = "logs.view", _("read security logs")
    LOGS_MANAGE = "logs.manage", _("export security logs and set their retention")
    INTEGRATIONS_VIEW = "integrations.view", _("see integrations")
    INTEGRATIONS_MANAGE = "integrations.manage", _("create integrations and their tokens")
    PRODUCTS_VIEW = "products.view", _("see products and who may use them")
    PRODUCTS_MANAGE = "products.manage", _("connect products and change who may use them")
    ORGANIZATION_VIEW = "organization.view", _("see organization settings")
    ORGANIZATION_MANAGE = "organization.manage", _("change organization settings")
    MIGRATION_VIEW = "migration.view", _("see the migration report")
    MIGRATION_MANAGE = "migration.manage", _("plan and run the migration")
    DEVICES_VIEW = "devices.view", _("see devices")
    DEVICES_MANAGE = "devices.manage", _("manage devices")

    # Rights of System admins alone
    ASSIGN_ADMIN_ROLES = "assign_admin_roles", _("give and take admin roles")
    DELETE_ORGANIZATION = "delete_organization", _("delete the organization")
    REVEAL_MASKED_PEOPLE = "reveal_masked_people", _("reveal people who are masked after leaving")
    MANAGE_BREAK_GLASS = "manage_break_glass", _("manage administrators who sign in without single sign-on")
    TURN_OFF_SSO = "turn_off_sso", _("turn single sign-on off")
    APPROVE_TRUSTED_DOMAIN = "approve_trusted_domain", _("approve a trusted domain")
    TAKE_FULL_CONTROL = "take_full_control", _("take full control of a portfolio of the organization")
    CREATE_PORTFOLIO = "create_portfolio", _("create business portfolios")

    # Integrations alone
    DECIDE = "decide", _("ask for access decisions")
    SECURITY_LOGS_READ = "security_logs.read", _("read security audit logs")
    ACCOUNTS_MANAGE = "accounts.manage", _("manage accounts by SCIM")

    # The installation
    ORGANIZATION_SET_UP = "organization.set_up", _("set up an organization in this installation")
    DOMAIN_VERIFY_BY_WORD = "domains.verify_by_word", _("verify a domain by the operator's word")

    # Portfolios
    PORTFOLIO_VIEW = "portfolio.view", _("open this portfolio")
    PORTFOLIO_EDIT = "portfolio.edit", _("change the settings of this portfolio")
    PORTFOLIO_PEOPLE_VIEW = "portfolio.people.view", _("see all people of this portfolio")
    PORTFOLIO_PEOPLE_INVITE = "portfolio.people.invite", _("invite people to this portfolio")
    PORTFOLIO_PEOPLE_CHANGE = "portfolio.people.change", _("change the access of people in this portfolio")
    PORTFOLIO_PEOPLE_REMOVE = "portfolio.people.remove", _("remove people from this portfolio")
    PORTFOLIO_LEAVE = "portfolio.leave", _("leave this portfolio")
    PORTFOLIO_PARTNERS_MANAGE = "portfolio.partners.manage", _("manage the partners of this portfolio")
    PORTFOLIO_SYSTEM_USERS_MANAGE = "portfolio.system_users.manage", _("manage the system users of this portfolio")
    PORTFOLIO_ASSETS_VIEW = "portfolio.assets.view", _("see all assets of this portfolio")
    PORTFOLIO_ASSETS_MANAGE = "portfolio.assets.manage", _("add and remove assets of this portfolio")
    ASSET_VIEW = "asset.view", _("see this asset")
    ASSET_ASSIGN = "asset.assign", _("assign people to this asset")
    MEMBER_SUMMARY_VIEW = "portfolio.people.summary.view", _("see what this person can do in the portfolio")

    # Groups whose members somebody manages who is no administrator
    GROUP_OPEN = "group.open", _("open this group")
    GROUP_MEMBERS_CHANGE = "group.members.change", _("add people to this group and remove them")

    # A person's own affairs, and links
    OWN_ACCOUNT = "account.own", _("manage one's own account")
    ORGANIZATION_ENTER = "organization.enter", _("switch to another organization as its guest, and back")
    INVITATION_RELEASE = "invitation.release", _("send a held invitation")
    INVITATION_EXPIRE = "invitation.expire", _("tidy an invitation whose time has passed")
    INVITATION_ACCEPT = "invitation.accept", _("accept or decline this invitation")
    APPROVAL_ASK = "approval.ask", _("ask another administrator for approval")
    APPROVAL_CANCEL = "approval.cancel", _("cancel one's own request for approval")
    APPROVAL_END = "approval.end", _("do what nobody stopped, and end requests whose time has passed")
    PRESET_REFRESH = "preset.refresh", _("bring what presets give in line with who is in them")
    ACCOUNT_CHANGE = "account.change", _("change, deactivate or delete this work account")
    ACCOUNT_ACTIVATE = "account.activate", _("activate this work account")
    SIGN_IN = "sign_in", _("sign in")
    LINK_USE = "link.use", _("use this link")
    SIGN_IN_LINK_CREATE = "sign_in_link.create", _("make a one-time sign-in link")

    # Steps of processes, held only inside one and for one person
    PERSON_CREATE = "step.person.create", _("create this person")
    PERSON_CHANGE = "step.person.change", _("change this person")
    PERSON_STATE_CHANGE = "step.person.state", _("change the state of this account")
    SESSION_START = "step.session.start", _("start a session of this person")
    SESSIONS_END = "step.sessions.end", _("end the sessions of this person")
    TOKEN_CHANGE = "step.token.change", _("make and revoke the tokens of this system user")
    TOKENS_REVOKE = "step.tokens.revoke", _("revoke the tokens and links of this person")
    CREDENTIALS_CHANGE = "step.credentials.change", _("change the credentials of this person")
    FACTORS_CHANGE = "step.factors.change", _("change the second factor of this person")
    LINK_CREATE = "step.link.create", _("make a link for this person")
    MEMBERSHIPS_CHANGE = "step.memberships.change", _("change the portfolio memberships of this person")
    INVITATIONS_CHANGE = "step.invitations.change", _("change the invitations of this person")
    GRANTS_CHANGE = "step.grants.change", _("change the grants of this person")
    ROLES_CHANGE = "step.roles.change", _("change the admin roles of this person")
    GROUPS_CHANGE = "step.groups.change", _("change the group memberships of this person")
    PRODUCT_ACCESS_CHANGE = "step.product_access.change", _("change which products this person or group may use")
    GUEST_CHANGE = "step.guest.change", _("end the places of this person as a guest elsewhere")
    MIGRATION_CHANGE = "step.migration.change", _("change the migration of this person")
