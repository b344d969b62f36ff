"""SAML 2.0 in a restricted profile: service provider first, identity provider for products."""
