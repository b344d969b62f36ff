"""Offers of a place in a portfolio."""
