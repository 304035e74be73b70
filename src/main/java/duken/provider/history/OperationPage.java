package duken.provider.history;

import java.util.List;

/** A part of a bank's list, or why there is none. */
public sealed interface OperationPage {

  /**
   * What was read; lines outside the time that was asked for may be among it.
   *
   * @param next where to go on, or null when everything was told
   */
  record Told(List<OperationRow> rows, String next) implements OperationPage {
    public Told {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The bank did not answer; the same page may be asked for again.
   *
   * @param code stable lower-snake word
   * @param signedOut whether it wants a new sign-in
   */
  record Silent(String code, boolean signedOut) implements OperationPage {}
}
