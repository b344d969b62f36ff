"""Asset types and their tasks, assets, asset groups."""
