"""Écluse: a PII-detection gateway for inbound mail and web forms."""

import os

__version__ = "0.1.0"

#: Pydantic would search every installed package for plugins: nobody else has a say in what settings mean, and it takes time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
