"""The reverse proxy: an existing site behind us, its pages passed through, its submissions inspected."""
