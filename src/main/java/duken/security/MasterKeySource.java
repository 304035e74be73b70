package duken.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Where the master key is kept (gateway contract, section 18): given in {@code DUKEN_MASTER_KEY},
 * else in the system's key store, else in {@code master.key}, a file in the data folder that only
 * its owner may read.
 *
 * <p>A key that went into the key store leaves a note in {@code master.key}, without the key. So a
 * later start without the key store (over SSH, as a service) fails with a sentence instead of
 * making a second key that opens nothing.
 */
public final class MasterKeySource {

  /** The file in the data folder. */
  public static final String FILE_NAME = "master.key";

  private static final String NOTE = "in the system's key store: ";

  private final Path dataFolder;
  private final String given;
  private final SystemKeyStore keyStore;
  private final SecureRandom random;

  /**
   * @param given value of {@code DUKEN_MASTER_KEY}, or null
   */
  public MasterKeySource(
      Path dataFolder, String given, SystemKeyStore keyStore, SecureRandom random) {
    this.dataFolder = dataFolder;
    this.given = given;
    this.keyStore = keyStore;
    this.random = random;
  }

  /**
   * Finds the key, or makes one and keeps it.
   *
   * @throws Missing when there should be a key and it cannot be had
   */
  public Found find() throws Missing {
    if (given != null && !given.isBlank()) {
      try {
        return new Found(MasterKey.parse(given), Place.GIVEN, null);
      } catch (IllegalArgumentException e) {
        throw new Missing(Why.GIVEN_FORM, e, "DUKEN_MASTER_KEY");
      }
    }
    Path file = dataFolder.resolve(FILE_NAME);
    try {
      return Files.exists(file) ? existing(file) : fresh(file);
    } catch (IOException e) {
      throw new Missing(Why.FILE_IO, e, file.toString());
    }
  }

  private Found existing(Path file) throws IOException, Missing {
    TextFile written = TextFile.read(file);
    String text = written.text().strip();
    if (!text.startsWith(NOTE)) {
      OwnerOnlyFile.tighten(file);
      try {
        return new Found(MasterKey.parse(text), Place.FILE, null);
      } catch (IllegalArgumentException e) {
        throw new Missing(Why.FILE_FORM, e, file.toString(), String.valueOf(written.encoding()));
      }
    }
    String name = text.substring(NOTE.length());
    try {
      Optional<String> kept = keyStore.get(name);
      return new Found(
          MasterKey.parse(kept.orElseThrow(() -> new Missing(Why.STORE_EMPTY, null, name))),
          Place.KEY_STORE,
          null);
    } catch (SystemKeyStore.NotThere e) {
      throw new Missing(Why.STORE_SILENT, e, name, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new Missing(Why.STORE_FORM, e, name);
    }
  }

  private Found fresh(Path file) throws IOException {
    MasterKey key = MasterKey.mint(random);
    String name = "Duken master key " + key.id();
    try {
      keyStore.put(name, key.toText());
      if (keyStore.get(name).filter(key.toText()::equals).isPresent()) {
        OwnerOnlyFile.write(file, NOTE + name + "\n");
        return new Found(key, Place.KEY_STORE, null);
      }
      return inFile(file, key, "it did not keep the key");
    } catch (SystemKeyStore.NotThere e) {
      return inFile(file, key, e.getMessage());
    }
  }

  private static Found inFile(Path file, MasterKey key, String why) throws IOException {
    OwnerOnlyFile.write(file, key.toText() + "\n");
    return new Found(
        key,
        Place.FILE,
        "The system's key store cannot be used ("
            + why
            + "), so the master key is kept in the file "
            + FILE_NAME
            + " of the data folder, readable by its owner only.");
  }

  public enum Place {
    /** In {@code DUKEN_MASTER_KEY}. */
    GIVEN,
    /** In the system's key store. */
    KEY_STORE,
    /** In the data folder. */
    FILE
  }

  /**
   * The key.
   *
   * @param notice a sentence to say once, when the file had to be chosen; else null
   */
  public record Found(MasterKey key, Place place, String notice) {}

  /** Why a key that should be there is not. */
  public enum Why {
    /** What was given is none. */
    GIVEN_FORM("%s holds no master key: that is 32 random bytes as base64 or as 64 hex digits"),
    FILE_FORM("the file %s (%s) holds no master key"),
    FILE_IO("the file %s cannot be read or written"),
    STORE_EMPTY("the system's key store no longer holds \"%s\""),
    STORE_FORM("the system's key store holds no master key as \"%s\""),
    STORE_SILENT(
        "the master key is kept in the system's key store as \"%s\", and the key store does not"
            + " answer (%s); unlock it, or give the key in DUKEN_MASTER_KEY");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }
  }

  /** There should be a master key, and it cannot be had. The message is for the log. */
  public static final class Missing extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient List<String> about;

    Missing(Why why, Throwable cause, String... about) {
      super(why.sentence.formatted((Object[]) about), cause);
      this.why = why;
      this.about = List.of(about);
    }

    public Why why() {
      return why;
    }

    /** The file or the entry of the key store, and what was found there. */
    public List<String> about() {
      return about;
    }
  }
}
