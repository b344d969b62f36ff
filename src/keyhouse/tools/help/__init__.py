"""Help: the guide, served by the product."""
