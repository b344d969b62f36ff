"""The addresses of Domain verification."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.domain_verification import listing, proving
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("domain-verification/", listing.index, needs=Permission.DOMAINS_VIEW, name="domain_verification"),
    page("domain-verification/adding/", listing.create, needs=Permission.DOMAINS_MANAGE,
         name="domain_adding"),
    page("domain-verification/<id:domain>/", proving.method, needs=Permission.DOMAINS_MANAGE,
         name="domain"),
    page("domain-verification/<id:domain>/dns/", proving.dns, needs=Permission.DOMAINS_MANAGE,
         name="domain_dns"),
    page("domain-verification/<id:domain>/file/", proving.file, needs=Permission.DOMAINS_MANAGE,
         name="domain_file"),
    page("domain-verification/<id:domain>/mailbox/", proving.mailbox, needs=Permission.DOMAINS_MANAGE,
         name="domain_mailbox"),
    page("domain-verification/<id:domain>/code/", proving.code, needs=Permission.DOMAINS_MANAGE,
         name="domain_code"),
    page("domain-verification/<id:domain>/check/", listing.check, needs=Permission.DOMAINS_MANAGE,
         name="domain_check", methods=["POST"]),
    page("domain-verification/<id:domain>/removal/", listing.remove, needs=Permission.DOMAINS_MANAGE,
         name="domain_removal"),
]
# fmt: on
