"""External relationships: people of one organization act in another."""
