"""The road without a host: our own frame around our pages."""
