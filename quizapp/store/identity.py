"""Time-ordered identities (UUID version 7, RFC 9562), so that rows of merged logs sort by when they were made."""

from __future__ import annotations

import secrets
import uuid


def new_id(at_ms: int) -> str:
    """A fresh UUIDv7 for the UTC time *at_ms* in milliseconds: 48 bits of time, then random bits."""
    random_bits = secrets.randbits(74)
    value = (at_ms & (1 << 48) - 1) << 80 | 0x7 << 76 | (random_bits >> 62) << 64 | 0b10 << 62 | random_bits & (1 << 62) - 1
    return str(uuid.UUID(int=value))
