"""Follow a story through the news."""
