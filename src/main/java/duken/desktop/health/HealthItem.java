package duken.desktop.health;

import duken.desktop.kit.Message;

/**
 * One thing that was looked at.
 *
 * @param id short name, {@code disk}; its title is {@code health.<id>}
 * @param says how it is, in one sentence; its tone is the light
 * @param next what to do about it, or null when there is nothing to do
 */
public record HealthItem(String id, Message says, Step next) {

  /**
   * A way there.
   *
   * @param destination a screen of the window
   * @param part of it
   */
  public record Step(String destination, String part) {}

  /** Something that needs nobody. */
  static HealthItem of(String id, Message says) {
    return new HealthItem(id, says, null);
  }

  /** Something that is set right in this part of the settings. */
  static HealthItem of(String id, Message says, String part) {
    return new HealthItem(id, says, new Step("settings", part));
  }
}
