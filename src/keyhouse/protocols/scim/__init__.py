"""SCIM 2.0 (RFC 7643, RFC 7644): filters, PATCH, PUT, projection, discovery and errors, over plain JSON values."""
