"""The form on the site: what a program that edits files in a browser knows of a strategy."""
