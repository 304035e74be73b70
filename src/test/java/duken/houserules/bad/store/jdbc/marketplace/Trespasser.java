package duken.houserules.bad.store.jdbc.marketplace;

import duken.houserules.bad.app.Wiring;

/** Knows a room it may not enter. */
record Trespasser(Wiring wiring) {}
