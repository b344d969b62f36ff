"""The product's own API: the same actions as the pages, as JSON under /api/v1."""
