package duken.app.desk;

import duken.app.folder.DataFolder;
import duken.desktop.kit.Theme;
import duken.desktop.shell.Counter;
import duken.desktop.shell.DeskPreferences;
import duken.desktop.text.Language;
import duken.domain.Mode;
import duken.paper.PaperWidth;
import duken.paper.PrinterChoice;
import duken.paper.PrinterPlace;
import duken.security.MasterKey;
import duken.security.OwnerOnlyFile;
import duken.security.SecretBox;
import duken.security.SecretUnreadable;
import duken.security.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers, in {@code window.properties} of the data folder. The key of an engine
 * elsewhere is encrypted. Writing happens on a thread of its own, so that no screen waits for a
 * disk or a key store.
 */
public final class WindowMemory implements DeskPreferences, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
  private static final String LANGUAGE = "language";
  private static final String THEME = "theme";
  private static final String MODE = "mode";
  private static final String ORDER_SOUND = "orders.sound";
  private static final String TERMINAL = "terminal";
  private static final String PRINTER = "printer.";
  private static final String ACCOUNT = "shift.account";
  private static final String ENGINE_URL = "engine.url";
  private static final String ENGINE_KEY = "engine.key";
  private static final String FIRST_START = "first-start";
  private static final String OPEN = "open";
  private static final long NO_SHOP = 0;

  private final Path file;
  private final Supplier<MasterKey> masterKey;
  private final SecureRandom random;

  /** One thread, so that of two changes the later one is written last. */
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("window memory").factory());

  private final Properties values;
  private final LogoFile logoFile;
  private volatile byte[] logo;

  private WindowMemory(
      Path file, Supplier<MasterKey> masterKey, SecureRandom random, Properties values) {
    this.file = file;
    this.masterKey = masterKey;
    this.random = random;
    this.values = values;
    logoFile = new LogoFile(file);
    logo = logoFile.read();
  }

  /**
   * Reads what is remembered; nothing when there is no file or it cannot be read.
   *
   * @param masterKey asked for only when the key of an engine elsewhere is read or written
   */
  public static WindowMemory of(
      DataFolder folder, Supplier<MasterKey> masterKey, SecureRandom random) {
    Properties values = new Properties();
    if (Files.exists(folder.window())) {
      try {
        values.load(new StringReader(TextFile.read(folder.window()).text()));
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("what the window remembered cannot be read; it starts afresh");
        LOG.debug("its trace", e);
        values.clear();
      }
    }
    return new WindowMemory(folder.window(), masterKey, random, values);
  }

  @Override
  public Language language() {
    return Language.ofTag(get(LANGUAGE).orElse(Language.RU.tag()));
  }

  @Override
  public void language(Language language) {
    remember(LANGUAGE, language.tag());
  }

  @Override
  public Theme theme() {
    return Theme.ofWord(get(THEME).orElse(""));
  }

  @Override
  public void theme(Theme theme) {
    remember(THEME, theme.word());
  }

  @Override
  public Optional<String> terminal() {
    return get(TERMINAL).filter(till -> !till.isEmpty());
  }

  @Override
  public void terminal(String till) {
    remember(TERMINAL, till == null ? "" : till);
  }

  @Override
  public Counter counter() {
    return CounterMemory.read(this::get);
  }

  @Override
  public void counter(Counter counter) {
    CounterMemory.write(counter, values::setProperty);
    writer.execute(this::write);
  }

  @Override
  public Optional<byte[]> logo() {
    return Optional.ofNullable(logo);
  }

  @Override
  public void logo(byte[] picture) {
    logo = picture;
    writer.execute(() -> logoFile.write(picture));
  }

  @Override
  public PrinterChoice printer() {
    return new PrinterChoice(
        PrinterPlace.Kind.of(get(PRINTER + "kind").orElse("")),
        get(PRINTER + "place").orElse(""),
        PaperWidth.of(get(PRINTER + "width").orElse("")),
        get(PRINTER + "language").orElse(""),
        get(PRINTER + "automatic").map(Boolean::parseBoolean).orElse(true),
        get(PRINTER + "drawer").map(Boolean::parseBoolean).orElse(false));
  }

  @Override
  public void printer(PrinterChoice choice) {
    values.setProperty(PRINTER + "kind", choice.kind().word());
    values.setProperty(PRINTER + "place", choice.place());
    values.setProperty(PRINTER + "width", Integer.toString(choice.width().millimetres()));
    values.setProperty(PRINTER + "language", choice.language());
    values.setProperty(PRINTER + "automatic", Boolean.toString(choice.automatic()));
    remember(PRINTER + "drawer", Boolean.toString(choice.drawer()));
  }

  @Override
  public Optional<String> account() {
    return get(ACCOUNT);
  }

  @Override
  public void account(String iban) {
    remember(ACCOUNT, iban);
  }

  /** Whether the window trains or takes real money with this PC's own engine; training at first. */
  public Mode mode() {
    return get(MODE).equals(Optional.of(Mode.LIVE.word())) ? Mode.LIVE : Mode.TEST;
  }

  /** Remembers it. */
  public void mode(Mode mode) {
    remember(MODE, mode.word());
  }

  /**
   * Remembers that this folder is new, so that its first questions are asked until they are left.
   */
  void firstStartBegins() {
    if (get(FIRST_START).isEmpty()) {
      remember(FIRST_START, OPEN);
    }
  }

  /** Whether the first questions are still to be asked. */
  boolean isFirstStart() {
    return get(FIRST_START).equals(Optional.of(OPEN));
  }

  /** They were answered or left. */
  void firstStartIsOver() {
    if (isFirstStart()) {
      remember(FIRST_START, "over");
    }
  }

  @Override
  public boolean orderSound() {
    return get(ORDER_SOUND).equals(Optional.of(Boolean.TRUE.toString()));
  }

  @Override
  public void orderSound(boolean on) {
    remember(ORDER_SOUND, Boolean.toString(on));
  }

  @Override
  public Optional<RemoteEngine> remoteEngine() {
    Optional<String> url = get(ENGINE_URL);
    Optional<String> sealed = get(ENGINE_KEY);
    if (url.isEmpty() || sealed.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed.get());
      return Optional.of(new RemoteEngine(url.get(), box().open(NO_SHOP, ENGINE_KEY, bytes)));
    } catch (SecretUnreadable | IllegalArgumentException e) {
      LOG.warn("the key of the engine elsewhere cannot be read; type it again in the settings");
      LOG.debug("its trace", e);
      return Optional.empty();
    }
  }

  @Override
  public void remoteEngine(RemoteEngine engine) {
    writer.execute(
        () -> {
          if (engine == null) {
            values.remove(ENGINE_URL);
            values.remove(ENGINE_KEY);
          } else {
            byte[] sealed = box().seal(NO_SHOP, ENGINE_KEY, engine.key());
            values.setProperty(ENGINE_URL, engine.url());
            values.setProperty(ENGINE_KEY, Base64.getEncoder().encodeToString(sealed));
          }
          write();
        });
  }

  private SecretBox box() {
    return new SecretBox(masterKey.get(), random);
  }

  /** Waits until everything is written. */
  @Override
  public void close() {
    writer.close();
  }

  private Optional<String> get(String key) {
    return Optional.ofNullable(values.getProperty(key));
  }

  private void remember(String key, String value) {
    values.setProperty(key, value);
    writer.execute(this::write);
  }

  private void write() {
    StringWriter text = new StringWriter();
    try {
      values.store(text, "What Duken's window remembers");
      OwnerOnlyFile.write(file, text.toString());
    } catch (IOException e) {
      LOG.warn("what the window should remember cannot be written", e);
    }
  }
}
