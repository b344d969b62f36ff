"""People presets: what they give, to whom, and that everything follows."""
