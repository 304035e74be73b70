package duken.app.folder;

import duken.api.EngineUnreachable;
import duken.api.WireJson;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.client.EngineAddress;
import duken.domain.Mode;
import duken.security.OwnerOnlyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What a running engine leaves in {@code run/engine.json} for other programs of the same person on
 * this computer: only its owner can read it, and it is taken away when the engine stops. After a
 * crash an old one may lie there; the lock of the folder tells whether anything runs.
 *
 * @param process its process id
 * @param url its address on this computer
 * @param adminKey lets a program create keys and bring the window to front
 * @param deskKey lets a window train with it
 * @param liveDeskKey lets a window take real money with it; null from an older engine
 */
public record EngineDescriptor(
    long process, String url, String adminKey, String deskKey, String liveDeskKey) {

  private static final String NAME = "engine.json";

  /** The engine that says it runs in this folder. */
  public static Optional<EngineDescriptor> of(DataFolder folder) {
    Path file = folder.run().resolve(NAME);
    try {
      return Files.exists(file)
          ? Optional.of(WireJson.mapper().readValue(Files.readString(file), EngineDescriptor.class))
          : Optional.empty();
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    }
  }

  /** The key for a window that trains or takes real money. */
  public String keyFor(Mode mode) {
    return mode.isSandbox() ? deskKey : liveDeskKey;
  }

  /** Where its own computer reaches it. */
  public EngineAddress address() {
    return EngineAddress.ofThisComputer(url);
  }

  /** Says that there is one that does not answer. */
  public static UserError silent(EngineUnreachable failure) {
    return UserError.notNow(Said.of("engine.silent"), failure);
  }

  /** Says that there is one already, and where. */
  public static UserError inTheWay(DataFolder folder) {
    return UserError.notNow(
        of(folder)
            .map(engine -> Said.of("folder.engine", folder.path(), engine.process(), engine.url()))
            .orElse(Said.of("folder.busy", folder.path())));
  }

  public void announceIn(DataFolder folder) {
    try {
      OwnerOnlyFile.write(
          folder.run().resolve(NAME), WireJson.mapper().writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells others no more. */
  public static void withdrawFrom(DataFolder folder) {
    try {
      Files.deleteIfExists(folder.run().resolve(NAME));
    } catch (IOException _) {
      // The next start writes its own over it.
    }
  }

  @Override
  public String toString() {
    return "RunningEngine[" + process + " " + url + "]";
  }
}
