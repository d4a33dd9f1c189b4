"""What a page states about its article: title, times, authors, publisher."""
