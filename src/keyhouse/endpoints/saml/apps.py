"""The SAML endpoint as a Django app, for its pages."""

from django.apps import AppConfig


class Saml(AppConfig):
    """Single sign-on by SAML."""

    name = "keyhouse.endpoints.saml"
    label = "saml"
