"""Mentions: dates, places, organisations, people, money, quantities; a file or folder for each kind."""
