"""The tests are the specification: their names are the promises."""
