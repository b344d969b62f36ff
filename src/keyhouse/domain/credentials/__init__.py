"""Passwords, authenticator apps and recovery codes: what a person proves herself by here."""
