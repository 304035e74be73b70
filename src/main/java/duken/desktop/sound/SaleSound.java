package duken.desktop.sound;

import duken.desktop.text.Language;
import duken.domain.Money;

/** What a cashier hears of a sale. Calls return at once. */
public interface SaleSound {

  /** A counter without a sound. */
  SaleSound NONE =
      new SaleSound() {
        @Override
        public void paid(Money sum, Language language, int volume) {}

        @Override
        public void failed(int volume) {}
      };

  /**
   * A chime and the sum in words.
   *
   * @param volume in percent
   */
  void paid(Money sum, Language language, int volume);

  /** Two falling tones: no money came. */
  void failed(int volume);
}
