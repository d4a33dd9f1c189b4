"""Text dumps: pages pasted or saved as text. Lines are told apart, the body found, broken sentences joined."""
