"""Partnerships and shares between portfolios."""
