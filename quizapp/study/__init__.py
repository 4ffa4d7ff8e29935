"""The rules of studying, pure: no files, no clock, no screen. What changes is returned as a new value."""
