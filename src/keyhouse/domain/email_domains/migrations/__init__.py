"""Migrations of email_domains."""
