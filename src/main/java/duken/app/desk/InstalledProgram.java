package duken.app.desk;

import duken.app.Version;
import duken.app.autostart.Autostart;
import duken.app.updates.UpdateWatch;
import duken.desktop.customer.Displays;
import duken.desktop.shell.CounterDevices;
import duken.desktop.shell.ThisComputer;
import duken.desktop.sound.SaleSound;
import duken.desktop.sound.SoundOutput;
import duken.desktop.sound.SpokenSales;
import duken.desktop.sound.SystemBell;
import duken.desktop.updates.Updates;
import duken.paper.PrintQueue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What this program knows of itself, for its window. */
final class InstalledProgram implements ThisComputer {

  private final UpdateWatch updates;
  private final WindowMemory memory;
  private final Map<String, String> environment;
  private final PrintQueue printing;
  private final SaleSound sound;

  /**
   * @param voices the shop's own recordings, a folder that need not exist
   */
  InstalledProgram(
      UpdateWatch updates,
      WindowMemory memory,
      Map<String, String> environment,
      PrintQueue printing,
      Path voices) {
    this.updates = updates;
    this.memory = memory;
    this.environment = environment;
    this.printing = printing;
    sound = new SpokenSales(voices, SoundOutput.loudspeaker(), SystemBell::ring);
  }

  @Override
  public Program program() {
    return new Program(Version.text(), Version.build(), Version.javafx(), Version.database());
  }

  @Override
  public Updates updates() {
    return updates;
  }

  @Override
  public Optional<LoginStart> loginStart() {
    return Autostart.ofThisComputer(environment);
  }

  @Override
  public CounterDevices devices() {
    return new CounterProbe();
  }

  @Override
  public Optional<PrintQueue> printing() {
    return Optional.of(printing);
  }

  @Override
  public SaleSound sound() {
    return sound;
  }

  @Override
  public Displays displays() {
    return Displays.ofThisComputer();
  }

  @Override
  public boolean isFirstStart() {
    return memory.isFirstStart();
  }

  @Override
  public void firstStartIsOver() {
    memory.firstStartIsOver();
  }
}
