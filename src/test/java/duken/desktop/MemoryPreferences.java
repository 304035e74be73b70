package duken.desktop;

import duken.desktop.kit.Theme;
import duken.desktop.shell.Counter;
import duken.desktop.shell.DeskPreferences;
import duken.desktop.text.Language;
import duken.paper.PrinterChoice;
import java.util.Optional;

/** Preferences that are forgotten with the test. */
public final class MemoryPreferences implements DeskPreferences {

  private byte[] logo;
  private Language language = Language.RU;
  private Theme theme = Theme.LIGHT;
  private RemoteEngine engine;
  private boolean orderSound;
  private volatile PrinterChoice printer = PrinterChoice.NONE;
  private volatile String account;
  private volatile String terminal;
  private volatile Counter counter = Counter.FIRST;

  @Override
  public Optional<byte[]> logo() {
    return Optional.ofNullable(logo);
  }

  @Override
  public void logo(byte[] picture) {
    logo = picture;
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public void language(Language next) {
    language = next;
  }

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public void theme(Theme next) {
    theme = next;
  }

  @Override
  public boolean orderSound() {
    return orderSound;
  }

  @Override
  public void orderSound(boolean on) {
    orderSound = on;
  }

  @Override
  public Optional<String> terminal() {
    return Optional.ofNullable(terminal);
  }

  @Override
  public void terminal(String till) {
    terminal = till;
  }

  @Override
  public Counter counter() {
    return counter;
  }

  @Override
  public void counter(Counter next) {
    counter = next;
  }

  @Override
  public PrinterChoice printer() {
    return printer;
  }

  @Override
  public void printer(PrinterChoice choice) {
    printer = choice;
  }

  @Override
  public Optional<String> account() {
    return Optional.ofNullable(account);
  }

  @Override
  public void account(String iban) {
    account = iban;
  }

  @Override
  public Optional<RemoteEngine> remoteEngine() {
    return Optional.ofNullable(engine);
  }

  @Override
  public void remoteEngine(RemoteEngine next) {
    engine = next;
  }
}
