package duken.desktop.health;

import duken.api.DeskJson;
import duken.api.HealthJson;
import duken.paper.PrinterTrouble;
import java.time.Duration;

/**
 * Everything the page is made of.
 *
 * @param engine what the engine told last, or null
 * @param answering whether it answered the last question
 * @param state what the window knows of the bank, or null
 * @param online whether the world outside was reached; null before it was tried
 * @param ahead how far this computer's clock is before the one outside; null when nobody knows
 * @param printer what this computer's printer is
 */
public record HealthFacts(
    HealthJson engine,
    boolean answering,
    DeskJson.State state,
    Boolean online,
    Duration ahead,
    Printer printer) {

  /**
   * The printer of slips.
   *
   * @param chosen whether one was chosen
   * @param trouble why nothing is printed, or null
   */
  public record Printer(boolean chosen, PrinterTrouble trouble) {}
}
