"""The Textual face. Screens hold one immutable sitting and show it; what happens is decided in the use cases."""
