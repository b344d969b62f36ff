"""Connections to identity providers."""
