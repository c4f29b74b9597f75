"""A real browser, a web server, and the sites that the integration tests build."""

from tests.integration.site_fixtures import plain_site, real_site, small_site  # noqa: F401
