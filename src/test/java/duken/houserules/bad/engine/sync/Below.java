package duken.houserules.bad.engine.sync;

import duken.houserules.bad.engine.invoice.Above;

/** Bad: an arrow that runs back up. */
public final class Below {
  Above above;
}
