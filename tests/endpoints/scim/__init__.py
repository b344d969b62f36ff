"""Tests of the SCIM server over HTTP."""
