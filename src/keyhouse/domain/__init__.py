"""What is true: one module per word of the product, each looking only down the list."""
