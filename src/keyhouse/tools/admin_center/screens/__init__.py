"""The screens of Admin Center; each is named for its word in the menu."""
