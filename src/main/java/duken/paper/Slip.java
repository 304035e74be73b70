package duken.paper;

import java.util.List;

/**
 * What stands on a slip, in the words of its language.
 *
 * @param lines from top to bottom
 * @param watermark stands pale across the whole paper; null for none
 */
public record Slip(List<Line> lines, String watermark) {

  public Slip {
    lines = List.copyOf(lines);
  }

  /** One line, or one block. */
  public sealed interface Line {}

  /** Words in the middle, wrapped where they do not fit. */
  public record Centred(String words, Size size) implements Line {}

  /** Words from the left edge, wrapped where they do not fit. */
  public record Plain(String words, Size size) implements Line {}

  /** Words on the left and a sum or fact on the right, which is never broken. */
  public record Pair(String left, String right, Size size) implements Line {}

  /** A line across the paper. */
  public record Rule() implements Line {}

  /** A QR code in the middle that holds this text. */
  public record Code(String text) implements Line {}

  /** How large words are. */
  public enum Size {
    SMALL(19, false),
    NORMAL(24, false),
    BOLD(24, true),
    LARGE(40, true);

    private final int dots;
    private final boolean bold;

    Size(int dots, boolean bold) {
      this.dots = dots;
      this.bold = bold;
    }

    int dots() {
      return dots;
    }

    Face face() {
      return bold ? Face.BOLD : Face.REGULAR;
    }
  }
}
