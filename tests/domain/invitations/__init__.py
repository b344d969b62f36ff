"""Invitations to portfolios."""
