"""The addresses of SCIM: the canonical one, the short one, and the host-rooted aliases."""

from django.urls import re_path

from keyhouse.endpoints.scim.door import scim

ROOTED = "Users|Groups|Schemas|ResourceTypes|ServiceProviderConfigs?|Bulk"

urlpatterns = [
    re_path(r"^/*scim(?:/+v2(?=/|\Z))?(?P<path>/.*)?\Z", scim, name="scim"),
    re_path(rf"^/*(?P<path>(?:{ROOTED})(?:/.*)?)\Z", scim, {"rooted": True}, name="scim_rooted"),
]
