"""Tests of external relationships."""
