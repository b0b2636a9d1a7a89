"""newsclean: the story of a news page, apart from the site's chrome."""
