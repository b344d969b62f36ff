"""Browsers and networks from which somebody signed in before, and the browsers that are remembered."""
