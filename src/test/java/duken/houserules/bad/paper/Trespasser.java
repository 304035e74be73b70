package duken.houserules.bad.paper;

import duken.houserules.bad.app.Wiring;

/** Knows a room it may not enter. */
record Trespasser(Wiring wiring) {}
