package duken.app.folder;

/** What to do when another program has the port. */
public enum PortRule {
  /** Say so and stop: others were told this port. */
  AS_SAID,
  /** Take a free one and say so: nobody chose the port, and a window must not stay shut for it. */
  FREE_IF_TAKEN
}
