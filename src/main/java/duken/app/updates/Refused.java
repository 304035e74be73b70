package duken.app.updates;

/** A document about updates that is not believed; the message says why, and nothing of its text. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String why) {
    super(why);
  }
}
