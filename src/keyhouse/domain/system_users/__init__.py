"""The portfolio's own software and its tokens."""
