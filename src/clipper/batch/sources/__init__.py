"""What pages come in: folders, archives, tables and streams, each a file that turns it into items."""
