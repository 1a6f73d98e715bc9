"""What an author may write: the schema classes of rule sets and council files."""
