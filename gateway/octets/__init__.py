"""What every octet of a message is looked over for, in machine code where that was built (`native.c`), else in Python."""

from __future__ import annotations

from gateway.octets.plain import LONE_CR, LONE_LF, NULLS, UNSHOWN

try:
    from gateway.octets.native import controls, figures, first_place
except ImportError:
    from gateway.octets.plain import controls, figures, first_place

__all__ = ["LONE_CR", "LONE_LF", "NULLS", "UNSHOWN", "controls", "figures", "first_place"]
