"""Addresses of the SAML service provider; the identity provider is told them, so they never change."""

from django.urls import path

import keyhouse.ui.pages  # noqa: F401 - knows how an id stands in an address
from keyhouse.endpoints.saml import answers, finish, logout, metadata, sign_in

app_name = "saml"
urlpatterns = [
    path("<id:connection>/metadata", metadata.metadata, name="metadata"),
    path("<id:connection>/sign-in", sign_in.sign_in, name="sign_in"),
    path("<id:connection>/again", sign_in.again, name="again"),
    path("<id:connection>/test", sign_in.test, name="test"),
    path("<id:connection>/acs", answers.acs, name="acs"),
    path("<id:connection>/finish", finish.finish, name="finish"),
    path("<id:connection>/slo", logout.slo, name="slo"),
]
