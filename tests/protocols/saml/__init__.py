"""SAML: good messages are read, bad ones refused, each by a named check."""
