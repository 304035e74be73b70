package duken.desktop.link;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens an address in the program that this computer has chosen for it. */
final class SystemOpener {

  private SystemOpener() {}

  /**
   * Opens it; returns at once.
   *
   * @throws IllegalStateException when this computer has nothing to open it with
   */
  static void open(URI address) {
    try {
      new ProcessBuilder(command(System.getProperty("os.name", ""), address))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // Neither the address nor what the system says of it is kept: both hold the link.
      throw new IllegalStateException("nothing opens " + address.getScheme() + " addresses");
    }
  }

  /** No shell sees the address. */
  static List<String> command(String system, URI address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address.toASCIIString());
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open", address.toASCIIString());
  }
}
