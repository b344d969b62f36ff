"""The addresses of Admin Center, one file per panel: each screen with the permission that shows it."""

from django.urls import URLPattern

from keyhouse.tools.admin_center.urls import (
    admin_roles,
    approvals,
    domain_verification,
    external_relationships,
    groups,
    home,
    identity_providers,
    insights,
    organization_settings,
    people,
    people_imports,
    people_presets,
    products_and_billing,
    profile_fields,
    security_alerts,
    security_integrations,
    security_logs,
    security_settings,
    single_sign_on,
    two_factor_authentication,
)

app_name = "admin_center"

PANELS = [
    home,
    people,
    people_imports,
    groups,
    people_presets,
    profile_fields,
    identity_providers,
    external_relationships,
    insights,
    admin_roles,
    domain_verification,
    single_sign_on,
    two_factor_authentication,
    security_settings,
    security_alerts,
    security_logs,
    security_integrations,
    products_and_billing,
    approvals,
    organization_settings,
]

urlpatterns: list[URLPattern] = [pattern for panel in PANELS for pattern in panel.urlpatterns]
