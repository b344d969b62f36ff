"""The addresses of Admin Center: each screen with the permission that shows it."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.menu import ANY_PANEL
from keyhouse.tools.admin_center.screens import domain_verification, home, security_logs
from keyhouse.ui import page

app_name = "admin_center"

urlpatterns = [
    page("", home.index, needs=ANY_PANEL, name="home"),
    # People

    # Identity providers

    # Admin roles

    # Domain verification
    page("domain-verification/", domain_verification.index, needs=Permission.DOMAINS_VIEW, name="domain_verification"),
    page("domain-verification/adding/", domain_verification.create, needs=Permission.DOMAINS_MANAGE,
         name="domain_adding"),
    page("domain-verification/<id:domain>/", domain_verification.method, needs=Permission.DOMAINS_MANAGE,
         name="domain"),
    page("domain-verification/<id:domain>/dns/", domain_verification.dns, needs=Permission.DOMAINS_MANAGE,
         name="domain_dns"),
    page("domain-verification/<id:domain>/file/", domain_verification.file, needs=Permission.DOMAINS_MANAGE,
         name="domain_file"),
    page("domain-verification/<id:domain>/mailbox/", domain_verification.mailbox, needs=Permission.DOMAINS_MANAGE,
         name="domain_mailbox"),
    page("domain-verification/<id:domain>/code/", domain_verification.code, needs=Permission.DOMAINS_MANAGE,
         name="domain_code"),
    page("domain-verification/<id:domain>/check/", domain_verification.check, needs=Permission.DOMAINS_MANAGE,
         name="domain_check", methods=["POST"]),
    page("domain-verification/<id:domain>/removal/", domain_verification.remove, needs=Permission.DOMAINS_MANAGE,
         name="domain_removal"),

    # Single sign-on

    # Security logs
    page("security-logs/", security_logs.index, needs=Permission.LOGS_VIEW, name="security_logs"),
    page("security-logs/<id:event>/", security_logs.detail, needs=Permission.LOGS_VIEW, name="security_log"),
    page("security-logs/export/", security_logs.export, needs=Permission.LOGS_MANAGE, name="security_log_export"),
    page("security-logs/verification/", security_logs.verification, needs=Permission.LOGS_VIEW,
         name="security_log_verification", methods=["POST"]),
]
