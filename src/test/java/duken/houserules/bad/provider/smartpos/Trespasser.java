package duken.houserules.bad.provider.smartpos;

import duken.houserules.bad.app.Wiring;

/** Knows a room it may not enter. */
record Trespasser(Wiring wiring) {}
