package duken.app.wiring;

import duken.app.folder.DataFolder;
import duken.app.folder.EngineDescriptor;
import duken.app.folder.FolderLock;
import duken.app.folder.PortRule;
import duken.app.folder.Settings;
import duken.app.folder.SystemKeyring;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.security.MasterKey;
import duken.security.MasterKeySource;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine that runs in this process. */
public final class LocalEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);
  private static final String FIRST_SHOP = "Мой магазин";
  private static final String WINDOW_NAME = "Касса";
  private static final int ADMIN_KEY_BYTES = 32;

  /** How long a person may take to unlock the system's key store. */
  private static final Duration KEY_STORE_PATIENCE = Duration.ofSeconds(30);

  private final DataFolder folder;
  private final FolderLock lock;
  private final Wiring wiring;
  private final EngineDescriptor announced;

  private LocalEngine(
      DataFolder folder, FolderLock lock, Wiring wiring, EngineDescriptor announced) {
    this.folder = folder;
    this.lock = lock;
    this.wiring = wiring;
    this.announced = announced;
  }

  /**
   * Starts one in this folder; returns when it listens.
   *
   * @return empty when another process has one there
   * @throws UserError when it cannot be started
   */
  public static Optional<LocalEngine> start(
      DataFolder folder, Settings settings, Terminal terminal, PortRule rule) {
    return FolderLock.hold(
        folder,
        FolderLock.Role.ENGINE,
        lock -> start(folder, settings, terminal, ListenAddress.find(settings, rule), lock));
  }

  /** Where programs of this computer reach it, and with which keys. */
  public EngineDescriptor announced() {
    return announced;
  }

  /** Plays sales that nobody sees, so that the first real one finds everything warm. */
  public void rehearse() {
    wiring.rehearse();
  }

  @Override
  public void close() {
    EngineDescriptor.withdrawFrom(folder);
    wiring.close();
    lock.close();
    LOG.info("the engine has stopped");
  }

  /** Finds the key that secrets at rest are encrypted with. */
  public static MasterKey masterKey(DataFolder folder, Terminal terminal, SecureRandom random) {
    try {
      MasterKeySource.Found found =
          new MasterKeySource(
                  folder.path(),
                  terminal.environment().get("DUKEN_MASTER_KEY"),
                  new SystemKeyring(KEY_STORE_PATIENCE),
                  random)
              .find();
      if (found.notice() != null) {
        LOG.info("{}", found.notice());
      }
      return found.key();
    } catch (MasterKeySource.Missing e) {
      throw UserError.notNow(
          Said.of("key." + e.why().name().toLowerCase(Locale.ROOT), e.about().toArray()), e);
    }
  }

  private static LocalEngine start(
      DataFolder folder,
      Settings settings,
      Terminal terminal,
      ListenAddress listenAddress,
      FolderLock lock) {
    SecureRandom random = new SecureRandom();
    // The database opens while the key store is asked: both take their time.
    CompletableFuture<MasterKey> key =
        CompletableFuture.supplyAsync(
            () -> masterKey(folder, terminal, random),
            work -> Thread.ofPlatform().daemon().name("master key").start(work));
    Store store = Database.openForEngine(folder, settings);
    Wiring wiring;
    String adminKey = adminKey(random);
    try {
      wiring = new Wiring(folder, settings, store, key.join(), listenAddress, adminKey, random);
    } catch (CompletionException e) {
      store.close();
      throw e.getCause() instanceof UserError userError ? userError : e;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    try {
      Tenant shop = firstShop(wiring);
      wiring.start();
      EngineDescriptor announced =
          new EngineDescriptor(
              ProcessHandle.current().pid(),
              listenAddress.url().toString(),
              adminKey,
              windowKey(wiring, shop, Mode.TEST),
              windowKey(wiring, shop, Mode.LIVE));
      announced.announceIn(folder);
      LOG.info("the engine listens on port {}", listenAddress.port());
      return new LocalEngine(folder, lock, wiring, announced);
    } catch (RuntimeException e) {
      wiring.close();
      throw e;
    }
  }

  private static String windowKey(Wiring wiring, Tenant shop, Mode mode) {
    return wiring.shopAccess().passingKey(shop.id(), WINDOW_NAME, mode, ApiKey.Role.DESK).whole();
  }

  private static Tenant firstShop(Wiring wiring) {
    List<Tenant> shops = wiring.shopAccess().tenants();
    return shops.isEmpty() ? wiring.shopAccess().tenantNamed(FIRST_SHOP) : shops.getFirst();
  }

  private static String adminKey(SecureRandom random) {
    byte[] bytes = new byte[ADMIN_KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
