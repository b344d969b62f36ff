"""The product's promises, told in order, in a real browser and over real HTTP."""
