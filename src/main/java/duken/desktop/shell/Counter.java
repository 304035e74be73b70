package duken.desktop.shell;

import duken.desktop.text.Language;
import java.util.Locale;

/**
 * How this counter is set up; kept on this PC.
 *
 * @param usualWay what Enter does with an amount, where the provider can do it
 * @param sound whether paid and failed sales are heard
 * @param volume of what is heard, 10 to 100
 * @param soundInTraining whether they are heard in training too
 * @param customerDisplay name of the monitor turned to the customer; empty for none
 * @param customerLanguage spoken there
 * @param textPercent size of everything in the window, 100 to 200
 */
public record Counter(
    UsualWay usualWay,
    boolean sound,
    int volume,
    boolean soundInTraining,
    String customerDisplay,
    Language customerLanguage,
    int textPercent) {

  /** A counter at which nothing was set up yet. */
  public static final Counter FIRST =
      new Counter(UsualWay.QR, true, 80, false, "", Language.KK, 100);

  private static final int QUIETEST = 10;
  private static final int LOUDEST = 100;
  private static final int SMALLEST = 100;
  private static final int LARGEST = 200;

  public Counter {
    volume = Math.clamp(volume, QUIETEST, LOUDEST);
    textPercent = Math.clamp(textPercent, SMALLEST, LARGEST);
  }

  /** How most customers of this counter pay. */
  public enum UsualWay {
    QR,
    TERMINAL,
    PHONE;

    /** The word in preferences and text keys, and the provider's word for being able to. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same with another usual way. */
  public Counter usually(UsualWay way) {
    return new Counter(
        way, sound, volume, soundInTraining, customerDisplay, customerLanguage, textPercent);
  }

  /** The same heard otherwise. */
  public Counter heard(boolean on, int loudness, boolean inTraining) {
    return new Counter(
        usualWay, on, loudness, inTraining, customerDisplay, customerLanguage, textPercent);
  }

  /** The same with another screen for the customer. */
  public Counter facing(String display, Language language) {
    return new Counter(usualWay, sound, volume, soundInTraining, display, language, textPercent);
  }

  /** The same in another size. */
  public Counter sized(int percent) {
    return new Counter(
        usualWay, sound, volume, soundInTraining, customerDisplay, customerLanguage, percent);
  }
}
