package duken.houserules.bad.app;

import org.assertj.core.data.Index;

/** Uses a library that is not on the plan. */
record Stranger(Index index) {}
