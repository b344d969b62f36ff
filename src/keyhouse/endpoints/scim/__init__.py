"""SCIM 2.0 as identity providers call it: translate, call one action or query, translate back."""
