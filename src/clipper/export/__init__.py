"""Clips → what other programs open: workbooks, SQLite, calendars."""
