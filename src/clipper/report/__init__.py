"""Clips → one self-contained page to look at: table, timeline, map, and each article with its evidence."""
