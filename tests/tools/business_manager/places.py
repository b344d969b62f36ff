"""Addresses of a portfolio's pages for the tests of Business Manager."""

from tests.visiting import text_of, visit


def at(portfolio, *parts):
    """The address of a page inside a portfolio."""
    return "/business-manager/" + "".join(f"{one}/" for one in (portfolio.id, *parts))


def page(who, portfolio, *parts, query=""):
    """What a page shows somebody."""
    return text_of(visit(who, at(portfolio, *parts) + query))
