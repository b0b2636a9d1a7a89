"""The calls of neighbouring libraries, answered by newsclean: change the import line, and look at docs/migration.md."""
