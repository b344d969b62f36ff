"""The panel Identity providers: the list, connecting one, its tokens, its settings and its request log."""
