package duken.paper;

/** Something that is drawn, in dots from the upper left corner. */
sealed interface Mark {

  /**
   * Words on one line.
   *
   * @param base of the letters
   */
  record Words(String text, Face face, float size, float x, float base) implements Mark {}

  /** A black box. */
  record Box(float x, float y, float width, float height) implements Mark {}

  /** Pale words that climb across what else stands there, their middle at this place. */
  record Pale(String text, float size, float x, float y) implements Mark {}
}
