"""Tests of protocols/scim."""
