package duken.app.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import duken.security.MasterKeySource;
import duken.security.SystemKeyStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemKeyringTest {

  private final SystemKeyring keyring = new SystemKeyring(Duration.ofSeconds(20));

  @BeforeEach
  void onlyOnABoxWithoutAKeyStore() {
    assumeThat(System.getenv("DBUS_SESSION_BUS_ADDRESS")).isNull();
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
  }

  @Test
  void aHeadlessBoxSaysInWordsThatItHasNone() {
    assertThatThrownBy(() -> keyring.get("no such name"))
        .isInstanceOf(SystemKeyStore.NotThere.class)
        .hasMessageNotContaining("Exception");
  }

  @Test
  void aHeadlessBoxKeepsTheMasterKeyInAFile(@TempDir Path folder) throws Exception {
    var found = new MasterKeySource(folder, null, keyring, new SecureRandom()).find();

    assertThat(found.place()).isEqualTo(MasterKeySource.Place.FILE);
    assertThat(found.notice()).contains("key store cannot be used");
  }
}
