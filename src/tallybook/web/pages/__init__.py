"""One file a page: what it asks the book, and what its template gets."""
