"""People presets: named bundles of admin roles, products and places in portfolios, given to people and groups."""
