"""Who owns a domain: what depends on it, and its passing from one organization to another."""
