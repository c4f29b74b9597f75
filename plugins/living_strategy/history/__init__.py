"""History: from the revisions of a strategy to classified changes of each entry."""
