"""Layout of pictures that are drawn when the site is built."""
