"""The first host: MkDocs with Material gives the menu and a page around ours."""
