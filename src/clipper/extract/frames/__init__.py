"""Frames: what a trigger opens and the mentions around it fill."""
