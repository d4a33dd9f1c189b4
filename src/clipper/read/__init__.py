"""Page → Document: decoding; HTML, text dumps, MHTML, archives become readable text or markup."""
