"""The screens, each with its layout in a .tcss file beside it."""
