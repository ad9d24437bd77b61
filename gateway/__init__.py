"""Écluse: a PII-detection gateway for inbound mail and web forms."""

__version__ = "0.1.0"
