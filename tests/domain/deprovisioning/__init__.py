"""Promises of deprovisioning."""
