package duken.app.autostart;

import duken.desktop.shell.ThisComputer.LoginStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file whose being there is the choice: Linux and macOS look into a folder at login.
 *
 * @param text what it says
 */
record StartFile(Path file, String text) implements LoginStart {

  @Override
  public boolean isOn() {
    return Files.isRegularFile(file);
  }

  @Override
  public void turn(boolean on) {
    try {
      if (on) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
