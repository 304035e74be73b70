package duken.desktop.shell;

import duken.desktop.kit.Theme;
import duken.desktop.text.Language;
import duken.paper.PrinterChoice;
import java.util.Optional;

/** What a window remembers on this PC. Kept by whoever starts the window; calls return at once. */
public interface DeskPreferences {

  Language language();

  void language(Language language);

  Theme theme();

  void theme(Theme theme);

  /** Whether a new order on kaspi.kz makes a sound; not at first. */
  boolean orderSound();

  /** Remembers it. */
  void orderSound(boolean on);

  /** The till whose terminal this desk sells at; empty for the shop's first. */
  Optional<String> terminal();

  /** Remembers it; null for the shop's first. */
  void terminal(String till);

  /** How this counter is set up. */
  Counter counter();

  /** Remembers it. */
  void counter(Counter counter);

  /** The shop's own picture for the customer's screen; empty for none. */
  Optional<byte[]> logo();

  /** Remembers it; null for none. */
  void logo(byte[] picture);

  /** How this desk prints slips; not at all at first. */
  PrinterChoice printer();

  /** Remembers it. */
  void printer(PrinterChoice choice);

  /** The shop's account at its bank, for statements; empty until somebody typed it. */
  Optional<String> account();

  /** Remembers it. */
  void account(String iban);

  /** The engine elsewhere this window works with; empty for its own. */
  Optional<RemoteEngine> remoteEngine();

  /** Remembers the engine for the next start; null for its own. */
  void remoteEngine(RemoteEngine engine);

  /**
   * An engine elsewhere.
   *
   * @param url its base address
   * @param key a key of it, secret
   */
  record RemoteEngine(String url, String key) {

    @Override
    public String toString() {
      return "RemoteEngine[" + url + "]";
    }
  }
}
