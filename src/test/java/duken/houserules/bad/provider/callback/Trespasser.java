package duken.houserules.bad.provider.callback;

import duken.houserules.bad.app.Wiring;

/** Knows a room it may not enter. */
record Trespasser(Wiring wiring) {}
