"""An Article as text, Markdown, HTML and as an overview for people: pure functions, one file a format."""
