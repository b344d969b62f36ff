"""Tests of Admin Center."""
