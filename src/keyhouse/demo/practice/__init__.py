"""The practice identity provider: a directory of people that are pushed by SCIM and signed in by SAML."""

from keyhouse.demo.practice.pages import site
from keyhouse.demo.practice.provider import Provider

__all__ = ["Provider", "site"]
