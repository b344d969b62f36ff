"""The addresses of the tools and endpoints."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("keyhouse.endpoints.operations.urls")),
    path("", include("keyhouse.endpoints.decisions.urls")),
    path("api/v1/", include("keyhouse.endpoints.api.urls")),
    path("saml/", include("keyhouse.endpoints.saml.urls")),
    path("", include("keyhouse.tools.front_door.urls")),
    path("admin-center/", include("keyhouse.tools.admin_center.urls")),
    path("business-manager/", include("keyhouse.tools.business_manager.urls")),
    path("migration-center/", include("keyhouse.tools.migration_center.urls")),
    path("help/", include("keyhouse.tools.help.urls")),
    path("", include("keyhouse.endpoints.scim.urls")),
    path("-/gallery/", include("keyhouse.ui.gallery")),
    path("-/theme/", include("keyhouse.ui.theme")),
]

handler400 = "keyhouse.ui.refusals.unreadable"
handler404 = "keyhouse.ui.refusals.not_found"
handler500 = "keyhouse.ui.refusals.failed"
