package duken.app;

import duken.api.AdminApi;
import duken.api.EngineApi;
import duken.app.folder.DataFolder;
import duken.app.folder.PortRule;
import duken.app.folder.Settings;
import duken.app.terminal.Terminal;
import duken.app.wiring.LocalEngine;
import duken.client.EngineAddress;
import duken.client.HttpAdminClient;
import duken.client.HttpEngineClient;
import duken.security.MasterKey;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The real engine in a folder of its own, with a key of role desk that outlives a restart: for
 * tests of the window and of its client. Stop it and start it again as often as you like; it keeps
 * its port.
 */
public final class TestShop implements AutoCloseable {

  private static final String SHOP = "Кофейня на Абая";

  private final DataFolder folder;
  private final Terminal terminal;
  private final Map<String, String> options;
  private final String key;
  private final int port;
  private LocalEngine engine;

  /** A shop in this folder that is not open yet. */
  public TestShop(Path path) throws Exception {
    folder = new DataFolder(path);
    folder.prepare();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    options = Map.of("port", Integer.toString(port));
    String masterKey = MasterKey.mint(new SecureRandom()).toText();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            Map.of("DUKEN_MASTER_KEY", masterKey),
            new BufferedReader(Reader.nullReader()));
    int code =
        Main.run(
            terminal,
            "key",
            "create",
            "--data",
            path.toString(),
            "--tenant",
            SHOP,
            "--name",
            "Касса 1",
            "--mode",
            "test",
            "--role",
            "desk",
            "--json");
    String answer = out.toString(StandardCharsets.UTF_8);
    if (code != 0) {
      throw new AssertionError("no key: " + answer);
    }
    key = answer.replaceAll("(?s).*\"key\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  /** Opens the shop; returns when the engine listens. */
  public TestShop start() {
    Settings settings = Settings.read(folder.settings(), terminal.environment(), options);
    engine = LocalEngine.start(folder, settings, terminal, PortRule.AS_SAID).orElseThrow();
    return this;
  }

  /** Shuts it. */
  public void stop() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }

  /** The window's way to it. */
  public EngineApi connect(Supplier<String> language) {
    return connect(key, language);
  }

  /** The same way with another key. */
  public EngineApi connect(String otherKey, Supplier<String> language) {
    return new HttpEngineClient(
        EngineAddress.parse("http://127.0.0.1:" + port), otherKey, language);
  }

  /** The owner's provider to it. */
  public AdminApi administer() {
    return new HttpAdminClient(
        EngineAddress.parse("http://127.0.0.1:" + port), engine.announced().adminKey(), () -> "ru");
  }

  @Override
  public void close() {
    stop();
  }
}
