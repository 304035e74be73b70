package duken.app;

import duken.api.EngineApi;
import duken.app.desk.EngineConnection;
import duken.app.desk.EngineSwitcher;
import duken.app.desk.WindowMemory;
import duken.app.folder.DataFolder;
import duken.app.folder.Settings;
import duken.app.terminal.Terminal;
import duken.app.wiring.Database;
import duken.app.wiring.LocalEngine;
import duken.app.wiring.ProviderModules;
import duken.app.wiring.Wiring;
import duken.desktop.shell.EngineSwitch;
import duken.domain.Mode;
import duken.domain.Phone;
import duken.engine.admin.BankConnectionService;
import duken.engine.admin.ShopAccess;
import duken.provider.account.ConnectOutcome;
import duken.provider.cashier.CashierModule;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.simulator.BankSimulator;
import duken.simulator.SimulatorOptions;
import duken.store.Store;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A shop as its owner has it on the PC: the window's door, the real engine behind it, and a bank on
 * this computer that speaks the cashier's protocol. Nobody is signed in at first.
 */
public final class BankedShop implements AutoCloseable {

  /** The cashier's own number, ten digits. */
  public static final String CASHIER = "7010000001";

  /** What the bank's SMS says. */
  public static final String CODE = "1234";

  private static final String NAME = "Кофейня на Абая";
  private static final Duration LONG_AGO = Duration.ofMinutes(10);

  private final BankSimulator bank;
  private final DataFolder folder;
  private final Settings settings;
  private final Terminal terminal;
  private final WindowMemory memory;
  private final EngineSwitcher door;

  /** A shop in this folder that is not open yet. */
  public BankedShop(Path path) throws Exception {
    SecureRandom random = new SecureRandom();
    bank =
        BankSimulator.start(
            SimulatorOptions.standard().with("pollingSeconds", 1).with("countdownSeconds", 1),
            Clock.systemUTC());
    folder = new DataFolder(path);
    folder.prepare();
    terminal =
        new Terminal(
            new PrintStream(OutputStream.nullOutputStream()),
            System.err,
            Map.of("DUKEN_MASTER_KEY", MasterKey.mint(random).toText()),
            new BufferedReader(Reader.nullReader()));
    String url = bank.url().toString();
    settings =
        Settings.read(
            folder.settings(),
            terminal.environment(),
            Map.of(
                "port", freePort(),
                "cashier.entrance-url", url,
                "cashier.mtoken-url", url,
                "cashier.qrpay-url", url));
    memory = WindowMemory.of(folder, () -> LocalEngine.masterKey(folder, terminal, random), random);
    door =
        new EngineSwitcher(
            folder,
            Optional.empty(),
            memory,
            () -> EngineConnection.home(folder, settings, terminal, () -> "ru", memory.mode()));
  }

  /**
   * The owner connected the account before the shop opens, so long ago that the next SMS may be
   * asked for at once.
   */
  public BankedShop connectedLongAgo() {
    SecureRandom random = new SecureRandom();
    Clock then = Clock.offset(Clock.systemUTC(), LONG_AGO.negated());
    bank.skew(LONG_AGO.negated());
    SecretBox box = new SecretBox(LocalEngine.masterKey(folder, terminal, random), random);
    try (Store store = Database.open(folder, settings);
        CashierModule provider = Wiring.cashier(settings, store, box, then, random)) {
      long shop = new ShopAccess(store, then, random).tenantNamed(NAME).id();
      BankConnectionService accounts =
          new BankConnectionService(store, Optional.of(provider.signIn()), _ -> {}, then);
      accounts.sendCode(shop, new Phone(CASHIER), true);
      BankConnectionService.Step step = accounts.enterCode(shop, CODE);
      if (!step.word().equals("connected")) {
        throw new AssertionError("not connected: " + step + " " + bank.refusals());
      }
    }
    bank.skew(Duration.ZERO);
    bank.forget();
    return this;
  }

  /** The owner paired terminals that allow it at once, and left the window with real money. */
  public BankedShop paired(String... addresses) {
    SecureRandom random = new SecureRandom();
    SecretBox box = new SecretBox(LocalEngine.masterKey(folder, terminal, random), random);
    try (Store store = Database.open(folder, settings);
        ProviderModules modules =
            new ProviderModules(settings, store, box, Clock.systemUTC(), random)) {
      long shop = new ShopAccess(store, Clock.systemUTC(), random).tenantNamed(NAME).id();
      for (String address : addresses) {
        ConnectOutcome outcome =
            modules
                .connections()
                .connect(shop, "smart-pos", Map.of("address", address), false, _ -> {});
        if (!(outcome instanceof ConnectOutcome.Connected)) {
          throw new AssertionError("not paired: " + outcome);
        }
      }
    }
    return leftWithRealMoney();
  }

  /** The window was left with real money when it was last closed. */
  public BankedShop leftWithRealMoney() {
    memory.mode(Mode.LIVE);
    return this;
  }

  /** Opens the shop; answers the window's way to its engine once that listens. */
  public EngineApi open() {
    return door.open();
  }

  /** What only whoever started the window can do. */
  public EngineSwitch door() {
    return door;
  }

  /** Who is told when the engine's client changes. */
  public void tell(Consumer<EngineApi> window) {
    door.tell(window);
  }

  /** The other side of the wire. */
  public BankSimulator bank() {
    return bank;
  }

  private static String freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  @Override
  public void close() {
    door.close();
    memory.close();
    bank.close();
  }
}
