"""What every octet of a message is looked over for, in machine code where that was built (see `recognizers/glance.py`)."""

from recognizers.glance import LONE_CR, LONE_LF, NULLS, UNSHOWN, controls, first_place, standing

__all__ = ["LONE_CR", "LONE_LF", "NULLS", "UNSHOWN", "controls", "first_place", "standing"]
