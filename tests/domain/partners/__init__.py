"""Shares of assets with partners."""
