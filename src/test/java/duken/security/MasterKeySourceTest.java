package duken.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.security.MasterKeySource.Found;
import duken.security.MasterKeySource.Missing;
import duken.security.MasterKeySource.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeySourceTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder;
  private final MemoryKeyStore keyStore = new MemoryKeyStore();

  @Test
  void withoutAKeyStoreTheKeyIsAFileOfItsOwner() throws Exception {
    Found made = source(null, SystemKeyStore.none()).find();
    Path file = folder.resolve(MasterKeySource.FILE_NAME);

    assertThat(made.place()).isEqualTo(Place.FILE);
    assertThat(made.notice()).contains("master.key").doesNotContain(made.key().toText());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Found again = source(null, SystemKeyStore.none()).find();
    assertThat(again.key().id()).isEqualTo(made.key().id());
    assertThat(again.notice()).as("said once").isNull();
  }

  @Test
  void aFileOpenToOthersIsTightened() throws Exception {
    source(null, SystemKeyStore.none()).find();
    Path file = folder.resolve(MasterKeySource.FILE_NAME);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    source(null, SystemKeyStore.none()).find();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyStoreKeepsTheKeyOutOfTheFolder() throws Exception {
    Found made = source(null, keyStore).find();

    assertThat(made.place()).isEqualTo(Place.KEY_STORE);
    assertThat(made.notice()).isNull();
    assertThat(Files.readString(folder.resolve(MasterKeySource.FILE_NAME)))
        .doesNotContain(made.key().toText());
    assertThat(source(null, keyStore).find().key().id()).isEqualTo(made.key().id());
  }

  @Test
  void aSilentKeyStoreDoesNotLeadToASecondKey() throws Exception {
    source(null, keyStore).find();

    assertThatThrownBy(() -> source(null, SystemKeyStore.none()).find())
        .isInstanceOf(Missing.class)
        .hasMessageContaining("DUKEN_MASTER_KEY");
    keyStore.kept.clear();
    assertThatThrownBy(() -> source(null, keyStore).find()).isInstanceOf(Missing.class);
  }

  @Test
  void aKeyStoreThatForgetsIsNotTrusted() throws Exception {
    SystemKeyStore forgetful =
        new SystemKeyStore() {
          @Override
          public Optional<String> get(String name) {
            return Optional.empty();
          }

          @Override
          public void put(String name, String secret) {}
        };

    assertThat(source(null, forgetful).find().place()).isEqualTo(Place.FILE);
  }

  @Test
  void aGivenKeyWinsAndIsNotWrittenDown() throws Exception {
    MasterKey given = MasterKey.mint(RANDOM);

    Found found = source(given.toText(), keyStore).find();

    assertThat(found.place()).isEqualTo(Place.GIVEN);
    assertThat(found.key().id()).isEqualTo(given.id());
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> source("secret words", keyStore).find())
        .isInstanceOf(Missing.class)
        .hasMessageContaining("DUKEN_MASTER_KEY")
        .hasMessageNotContaining("secret words");
  }

  @Test
  void hexAndBothBase64AlphabetsAreRead() {
    assertThat(MasterKey.parse("fb".repeat(32)).id())
        .isEqualTo(MasterKey.parse("-/v7".repeat(10) + "+/s=").id())
        .isEqualTo(MasterKey.parse("-_v7".repeat(10) + "-_s").id());
  }

  @Test
  void aFileSavedByAnEditorOfWindowsStillHoldsTheKey() throws Exception {
    MasterKey key = MasterKey.mint(RANDOM);
    Path file = folder.resolve(MasterKeySource.FILE_NAME);
    Files.write(file, ("\ufeff" + key.toText() + "\r\n").getBytes(StandardCharsets.UTF_16LE));
    assertThat(source(null, keyStore).find().key().id()).isEqualTo(key.id());
    Files.write(file, ("\ufeff" + key.toText() + "\r\n").getBytes(StandardCharsets.UTF_8));
    assertThat(source(null, keyStore).find().key().id()).isEqualTo(key.id());
  }

  @Test
  void aDamagedFileIsSaidSo() throws Exception {
    Files.writeString(folder.resolve(MasterKeySource.FILE_NAME), "half a k");

    assertThatThrownBy(() -> source(null, keyStore).find())
        .isInstanceOf(Missing.class)
        .hasMessageContaining("master.key");
  }

  private MasterKeySource source(String given, SystemKeyStore store) {
    return new MasterKeySource(folder, given, store, RANDOM);
  }

  private static final class MemoryKeyStore implements SystemKeyStore {
    private final Map<String, String> kept = new HashMap<>();

    @Override
    public Optional<String> get(String name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(String name, String secret) {
      kept.put(name, secret);
    }
  }
}
