"""Domains claimed, verified, lapsed."""
