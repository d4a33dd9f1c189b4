"""Mentions: dates, places, organisations, people, money; a file or folder for each kind."""
