"""Migrations of invitations."""
