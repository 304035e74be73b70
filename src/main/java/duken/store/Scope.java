package duken.store;

import duken.domain.Mode;

/** Whose records are meant: a shop's play money or its real money, never both. */
public record Scope(long tenantId, Mode mode) {}
