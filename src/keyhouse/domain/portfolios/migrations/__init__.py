"""Migrations of portfolios."""
