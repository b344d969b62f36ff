"""Tests of the module migration."""
