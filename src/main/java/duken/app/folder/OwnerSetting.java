package duken.app.folder;

import duken.app.updates.UpdateAddress;
import java.net.URI;

/** Settings about telling the owner off the till. */
final class OwnerSetting {

  private OwnerSetting() {}

  static Setting<URI> telegram(String key, String initial) {
    return new Setting<>(
        key,
        initial,
        "Where bots of Telegram are reached that tell the owner what happens.",
        "an https address, or http on this computer",
        UpdateAddress::read);
  }
}
