package duken.houserules.bad.provider.marketplace;

import duken.houserules.bad.app.Wiring;

/** Knows a room it may not enter. */
record Trespasser(Wiring wiring) {}
