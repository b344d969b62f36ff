"""Portfolios and the people in them."""
