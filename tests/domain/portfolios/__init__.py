"""Portfolios and the places of people in them."""
