package duken.app.wiring;

import duken.app.folder.PortRule;
import duken.app.folder.Setting;
import duken.app.folder.Settings;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an engine listens.
 *
 * @param publicUrl the base of pay links
 */
public record ListenAddress(InetAddress address, int port, URI publicUrl) {

  private static final Logger LOG = LoggerFactory.getLogger(ListenAddress.class);

  /**
   * Finds the place the settings name.
   *
   * @throws UserError when others could listen in, or the address is not ours, or the port is taken
   */
  public static ListenAddress find(Settings settings, PortRule rule) {
    InetAddress address = address(settings);
    int port = free(address, settings.get(Setting.PORT), rule);
    URI publicUrl =
        settings.get(Setting.PUBLIC_URL).orElseGet(() -> URI.create("http://localhost:" + port));
    return new ListenAddress(address, port, publicUrl);
  }

  /** Its address for programs on this computer. */
  URI url() {
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  public static UserError taken(int port, Throwable cause) {
    return UserError.notNow(Said.of("port.taken", port, port + 1), cause);
  }

  private static InetAddress address(Settings settings) {
    String name = settings.get(Setting.BIND);
    InetAddress address;
    try {
      address = InetAddress.getByName(name);
    } catch (UnknownHostException _) {
      throw UserError.badInput(
          Said.of("bind.unknown", Setting.BIND.key(), name, Said.detail(Setting.BIND.allowed())));
    }
    if (!address.isLoopbackAddress()) {
      if (!settings.get(Setting.REMOTE_ACCESS)) {
        throw UserError.badInput(
            Said.of("bind.remote", Setting.BIND.key(), name, Setting.REMOTE_ACCESS.key()));
      }
      LOG.warn(
          "The engine listens on {} without encryption: only a proxy with TLS may reach it.", name);
    }
    return address;
  }

  private static int free(InetAddress address, int wanted, PortRule rule) {
    try {
      return tried(address, wanted);
    } catch (IOException e) {
      if (rule == PortRule.AS_SAID) {
        throw taken(wanted, e);
      }
    }
    try {
      int other = tried(address, 0);
      LOG.warn(
          "The port {} is taken by another program; this engine listens on {}.", wanted, other);
      return other;
    } catch (IOException e) {
      throw taken(wanted, e);
    }
  }

  /** The server takes it a moment later; whoever is quicker makes it say that the port is taken. */
  private static int tried(InetAddress address, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return socket.getLocalPort();
    }
  }
}
