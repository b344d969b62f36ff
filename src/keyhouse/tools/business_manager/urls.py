"""The addresses of Business Manager: each screen with the permission that shows it."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.business_manager.door import inside, may_assign, own_organization
from keyhouse.tools.business_manager.screens import activity_log, business_account_info, business_portfolio_info, home
from keyhouse.tools.business_manager.screens.assets import adding, asset, listing, sharing
from keyhouse.tools.business_manager.screens.people import (
    access,
    assigning,
    directory,
    invitation,
    inviting,
    person,
    why,
)
from keyhouse.ui import SIGNED_IN, page

app_name = "business_manager"

VIEW, INVITE = Permission.PORTFOLIO_VIEW, Permission.PORTFOLIO_PEOPLE_INVITE
SUMMARY, ASSIGN = Permission.MEMBER_SUMMARY_VIEW, Permission.ASSET_ASSIGN
CHANGE, REMOVE = Permission.PORTFOLIO_PEOPLE_CHANGE, Permission.PORTFOLIO_PEOPLE_REMOVE
ASSETS = Permission.PORTFOLIO_ASSETS_MANAGE


urlpatterns = [
    page("", home.index, needs=SIGNED_IN, name="home"),
    page("portfolios/adding/", home.create, needs=Permission.CREATE_PORTFOLIO, name="portfolio_adding"),
    page("invitations/<id:invitation>/acceptance/", home.accept, needs=SIGNED_IN, name="acceptance", methods=["POST"]),
    page("invitations/<id:invitation>/refusal/", home.decline, needs=SIGNED_IN, name="refusal", methods=["POST"]),
    page("<id:portfolio>/", home.opened, needs=SIGNED_IN, name="portfolio"),
    inside("full-control/", home.take, needs=Permission.TAKE_FULL_CONTROL, on=own_organization, name="full_control"),
    # People
    inside("people/", directory.index, needs=VIEW, name="people"),
    inside("people/export/", directory.export, needs=Permission.PORTFOLIO_PEOPLE_VIEW, name="people_export"),
    inside("people/inviting/", inviting.invite, needs=INVITE, name="people_inviting"),
    inside("people/invited/", inviting.invited, needs=INVITE, name="people_invited"),
    inside("people/<id:person>/", person.summary, needs=SUMMARY, name="person"),
    inside("people/<id:person>/assets/", person.assets, needs=SUMMARY, name="person_assets"),
    inside("people/<id:person>/access/", person.access, needs=SUMMARY, name="person_access"),
    inside("people/<id:person>/why/", why.index, needs=SUMMARY, name="person_why"),
    inside("people/<id:person>/activity/", person.activity, needs=Permission.PORTFOLIO_PEOPLE_VIEW,
           name="person_activity"),
    inside("people/<id:person>/assigning/", assigning.assign, needs=ASSIGN, on=may_assign, name="person_assigning"),
    inside("people/<id:person>/assigned/", assigning.assigned, needs=ASSIGN, on=may_assign, name="person_assigned"),
    inside("people/<id:person>/assets/removal/", assigning.remove, needs=ASSIGN, on=may_assign,
           name="person_assets_removal"),
    inside("people/<id:person>/access/change/", access.change, needs=CHANGE, name="person_access_change"),
    inside("people/<id:person>/removal/", access.remove, needs=REMOVE, name="person_removal"),
    inside("people/<id:person>/reveal/", access.reveal, needs=Permission.REVEAL_MASKED_PEOPLE, on=own_organization,
           name="person_reveal"),
    inside("people/<id:invitation>/invitation/", invitation.resend, needs=INVITE, name="person_invitation",
           methods=["POST"]),
    inside("people/<id:invitation>/link/", invitation.link, needs=INVITE, name="person_link"),
    inside("people/<id:invitation>/cancellation/", invitation.cancel, needs=INVITE, name="person_cancellation"),
    inside("people/<id:invitation>/approval/", invitation.approve, needs=INVITE, name="person_approval",
           methods=["POST"]),
    # Assets
    inside("<kind:kind>/", listing.index, needs=VIEW, name="asset_list"),
    inside("<kind:kind>/export/", listing.export, needs=VIEW, name="asset_export"),
    inside("<kind:kind>/adding/", adding.add, needs=ASSETS, name="asset_adding"),
    inside("<kind:kind>/<id:asset>/", asset.index, needs=VIEW, name="asset"),
    inside("<kind:kind>/<id:asset>/who/", asset.who, needs=Permission.PORTFOLIO_PEOPLE_VIEW, name="asset_who"),
    inside("<kind:kind>/<id:asset>/added/", adding.added, needs=ASSETS, name="asset_added"),
    inside("<kind:kind>/<id:asset>/details/", adding.edit, needs=ASSETS, name="asset_details"),
    inside("<kind:kind>/<id:asset>/removal/", adding.remove, needs=ASSETS, name="asset_removal"),
    inside("<kind:kind>/<id:asset>/people/", sharing.assign, needs=ASSIGN, on=may_assign, name="asset_people"),
    inside("<kind:kind>/<id:asset>/people/added/", sharing.assigned, needs=ASSIGN, on=may_assign,
           name="asset_people_added"),
    inside("<kind:kind>/<id:asset>/people/removal/", sharing.remove, needs=ASSIGN, on=may_assign,
           name="asset_people_removal"),
    # Settings
    inside("activity-log/", activity_log.index, needs=Permission.PORTFOLIO_PEOPLE_VIEW, name="activity_log"),
    inside("activity-log/export/", activity_log.export, needs=Permission.PORTFOLIO_PEOPLE_VIEW,
           name="activity_log_export"),
    inside("business-portfolio-info/", business_portfolio_info.index, needs=VIEW, name="portfolio_info"),
    inside("business-portfolio-info/details/", business_portfolio_info.edit, needs=Permission.PORTFOLIO_EDIT,
           name="portfolio_details"),
    inside("business-account-info/", business_account_info.index, needs=VIEW, name="account_info"),
    inside("business-account-info/leaving/", business_account_info.leave, needs=VIEW, name="account_leaving"),
]  # fmt: skip
