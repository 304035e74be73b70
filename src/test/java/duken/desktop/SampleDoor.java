package duken.desktop;

import duken.api.AdminApi;
import duken.api.EngineApi;
import duken.desktop.shell.DeskPreferences.RemoteEngine;
import duken.desktop.shell.EngineSwitch;
import duken.domain.Mode;
import java.util.Optional;

/** A door of a window in a test: behind it lies a shop's day, and it is never gone through. */
final class SampleDoor implements EngineSwitch {

  private final AdminApi admin;

  SampleDoor(AdminApi admin) {
    this.admin = admin;
  }

  @Override
  public Optional<String> dataFolder() {
    return Optional.of("C:\\Users\\Kassa\\AppData\\Local\\Duken");
  }

  @Override
  public Optional<AdminApi> admin() {
    return Optional.of(admin);
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public Optional<Mode> mode() {
    return Optional.of(Mode.TEST);
  }

  @Override
  public EngineApi reach(Mode mode) {
    return new SampleEngine(false);
  }

  @Override
  public EngineApi reach(RemoteEngine engine) {
    return new SampleEngine(false);
  }

  @Override
  public void use(RemoteEngine engine) {
    throw new AssertionError("nobody goes there in a test");
  }
}
