"""Tests of the module group_membership."""
