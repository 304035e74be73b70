package duken.desktop.sound;

/** Tones that need no recording, as samples of {@link SoundOutput#FORMAT}. */
final class Tones {

  private static final int RATE = (int) SoundOutput.FORMAT.getSampleRate();
  private static final double PEAK = 14_000;
  private static final double[] RISING = {659.3, 830.6, 987.8};
  private static final double[] FALLING = {311.1, 233.1};
  private static final int SHORT = RATE * 14 / 100;
  private static final int LONG = RATE * 30 / 100;

  private Tones() {}

  /** Three rising tones: money came. */
  static byte[] paid() {
    return tones(RISING, SHORT);
  }

  /** Two falling ones, lower and slower, which nobody takes for the others. */
  static byte[] failed() {
    return tones(FALLING, LONG);
  }

  private static byte[] tones(double[] pitches, int length) {
    byte[] samples = new byte[2 * pitches.length * length];
    for (int i = 0; i < pitches.length * length; i++) {
      int at = i % length;
      double fade = 1 - (double) at / length;
      double wave = Math.sin(2 * Math.PI * pitches[i / length] * at / RATE);
      int sample = (int) (PEAK * fade * wave);
      samples[2 * i] = (byte) sample;
      samples[2 * i + 1] = (byte) (sample >> 8);
    }
    return samples;
  }
}
