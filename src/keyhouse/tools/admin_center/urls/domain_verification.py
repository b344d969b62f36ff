"""The addresses of Domain verification."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.domain_verification import detail, listing, proving, releasing, trusting
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("domain-verification/", listing.index, needs=Permission.DOMAINS_VIEW, name="domain_verification"),
    page("domain-verification/export/", listing.export, needs=Permission.DOMAINS_VIEW, name="domains_export"),
    page("domain-verification/adding/", listing.create, needs=Permission.DOMAINS_MANAGE,
         name="domain_adding"),
    page("domain-verification/confirmation/<str:secret>", trusting.confirm,
         needs=Permission.APPROVE_TRUSTED_DOMAIN, name="domain_confirmation"),
    page("domain-verification/releases/<id:release>/", releasing.answer, needs=Permission.DOMAINS_MANAGE,
         name="domain_release"),
    page("domain-verification/<id:domain>/", detail.index, needs=Permission.DOMAINS_VIEW, name="domain"),
    page("domain-verification/<id:domain>/methods/", proving.method, needs=Permission.DOMAINS_MANAGE,
         name="domain_methods"),
    page("domain-verification/<id:domain>/dns/", proving.dns, needs=Permission.DOMAINS_MANAGE,
         name="domain_dns"),
    page("domain-verification/<id:domain>/file/", proving.file, needs=Permission.DOMAINS_MANAGE,
         name="domain_file"),
    page("domain-verification/<id:domain>/mailbox/", proving.mailbox, needs=Permission.DOMAINS_MANAGE,
         name="domain_mailbox"),
    page("domain-verification/<id:domain>/code/", proving.code, needs=Permission.DOMAINS_MANAGE,
         name="domain_code"),
    page("domain-verification/<id:domain>/trust/", trusting.ask, needs=Permission.DOMAINS_MANAGE,
         name="domain_trust"),
    page("domain-verification/<id:domain>/release/", releasing.ask, needs=Permission.DOMAINS_MANAGE,
         name="domain_release_asking"),
    page("domain-verification/<id:domain>/release/withdrawal/", releasing.withdraw, needs=Permission.DOMAINS_MANAGE,
         name="domain_release_withdrawal", methods=["POST"]),
    page("domain-verification/<id:domain>/subdomains/", detail.subdomains, needs=Permission.DOMAINS_MANAGE,
         name="domain_subdomains", methods=["POST"]),
    page("domain-verification/<id:domain>/check/", listing.check, needs=Permission.DOMAINS_MANAGE,
         name="domain_check", methods=["POST"]),
    page("domain-verification/<id:domain>/held/<id:held>/", detail.send_held, needs=Permission.DOMAINS_MANAGE,
         name="domain_held", methods=["POST"]),
    page("domain-verification/<id:domain>/removal/", listing.remove, needs=Permission.DOMAINS_MANAGE,
         name="domain_removal"),
]
# fmt: on
