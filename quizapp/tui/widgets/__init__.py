"""Widgets that several screens use. They know values, not the store."""
