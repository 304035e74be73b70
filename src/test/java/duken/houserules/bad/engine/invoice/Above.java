package duken.houserules.bad.engine.invoice;

import duken.houserules.bad.engine.sync.Below;

/** Bad: knows what knows it. */
public final class Above {
  Below below;
}
