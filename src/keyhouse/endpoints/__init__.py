"""What machines call: translate, call one action or query, translate back."""
