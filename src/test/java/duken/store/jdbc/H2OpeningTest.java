package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.store.InvoiceQuery;
import duken.store.Page;
import duken.store.Scope;
import duken.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2OpeningTest {

  private static final int SALES = 20;
  private static final int DAMAGES = Integer.getInteger("duken.damages", 40);

  @TempDir Path folder;

  @Test
  void whatWasStoredIsThereAtTheNextOpening() {
    Invoice made;
    try (JdbcStore store = open()) {
      made = Shop.called("Кофейня", store).sells();
    }
    try (JdbcStore store = open()) {
      assertThat(new Shop(made.tenantId(), store).find(made.id())).isEqualTo(made);
    }
    assertThat(Files.exists(file())).isTrue();
  }

  @Test
  void aDatabaseInUseByAnotherProgramSaysSo() {
    try (JdbcStore store = open()) {
      Shop.called("Кофейня", store);
    }
    try (ChildJvm other = ChildJvm.running(CrashWriter.class, folder.toString(), "1")) {
      assertThat(other.line()).contains("ready");

      assertThatThrownBy(this::open)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessage("the database is in use by another program");
    }
    try (JdbcStore store = open()) {
      assertThat(store.isAlive()).isTrue();
    }
  }

  @Test
  void aNewerProgramsDatabaseIsLeftAlone() throws Exception {
    open().close();
    sql(
        "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
            + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\") values"
            + " (99, '999', 'later', 'SQL', 'V999__later.sql', 'sa', 1, true)");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer version of this program");
  }

  @Test
  void anUpdateThatDidNotEndIsNotBuiltUpon() throws Exception {
    open().close();
    sql("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '002'");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("did not end");
  }

  @Test
  void aDatabaseOfSomebodyElseIsLeftAlone() throws Exception {
    sql("create table theirs (id integer)");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("not ours");
  }

  @Test
  void aFileThatIsNoDatabaseIsDamage() throws Exception {
    Files.writeString(file(), "это не база данных".repeat(1000));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void damageAnywhereIsToldPlainlyOrNothingIsMissing() throws Exception {
    try (JdbcStore store = open()) {
      Shop shop = Shop.called("Кофейня", store);
      for (int i = 0; i < SALES; i++) {
        shop.notes(shop.sells());
      }
    }
    byte[] good = Files.readAllBytes(file());
    int told = 0;
    for (int seed = 0; seed < DAMAGES; seed++) {
      // A folder each: H2 does not always let go of a file it could not open.
      Path other = Files.createDirectory(folder.resolve("copy-" + seed));
      Files.write(other.resolve("duken.mv.db"), damaged(good, new Random(seed)));
      try (JdbcStore store = JdbcStore.open(StoreOptions.inFolder(other))) {
        Scope scope = new Scope(1, Mode.TEST);
        Page<Invoice> page = store.read(tx -> tx.invoices().list(scope, InvoiceQuery.newest(100)));
        assertThat(page.rows()).as("damage %d", seed).hasSize(SALES);
      } catch (StoreUnavailable e) {
        told++;
        assertThat(e.getMessage()).containsAnyOf("damaged", "cannot be read");
      }
    }
    assertThat(told).isPositive();
  }

  @Test
  void aFileThatWasCutOffIsNotTakenForANewOne() throws Exception {
    open().close();
    for (int length : List.of(0, 100, 4096, 8192, 12_288)) {
      Path other = Files.createDirectory(folder.resolve("cut-" + length));
      byte[] whole = Files.readAllBytes(file());
      Files.write(other.resolve("duken.mv.db"), Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> JdbcStore.open(StoreOptions.inFolder(other)))
          .as("%d bytes", length)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
    Files.writeString(folder.resolve("duken-new.mv.db"), "half a database");

    try (JdbcStore store = open()) {
      assertThat(store.isAlive()).isTrue();
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("duken.mv.db");
    }
  }

  @Test
  void settingsInTheUrlThatContradictOursAreRefused() {
    StoreOptions careless = StoreOptions.at(StoreOptions.inFolder(folder).url() + ";WRITE_DELAY=0");

    assertThatThrownBy(() -> JdbcStore.open(careless))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("URL");
  }

  @Test
  void aFolderThatTheUrlCannotHoldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoreOptions.inFolder(Path.of("a;b")))
        .withMessageContaining("semicolon");
  }

  @Test
  void aPathWithSpacesAndLettersOfAllKindsIsFine() throws IOException {
    Path strange = Files.createDirectory(folder.resolve("Моя касса №1 (қазақша) #100% é~"));
    try (JdbcStore store = JdbcStore.open(StoreOptions.inFolder(strange))) {
      assertThat(store.isAlive()).isTrue();
    }
    try (var files = Files.list(strange)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("duken.mv.db");
    }
  }

  @Test
  void anUnknownKindOfDatabaseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcStore.open(StoreOptions.at("jdbc:mysql://localhost/x")))
        .withMessageContaining("jdbc:h2:");
  }

  /** Overwrites, zeroes or cuts off a part of a file. */
  private static byte[] damaged(byte[] good, Random random) {
    byte[] bad = good.clone();
    int at = random.nextInt(bad.length);
    int until = Math.min(bad.length, at + 1 + random.nextInt(16_384));
    switch (random.nextInt(3)) {
      case 0 -> {
        byte[] noise = new byte[until - at];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bad, at, noise.length);
      }
      case 1 -> Arrays.fill(bad, at, until, (byte) 0);
      default -> bad = Arrays.copyOf(bad, at);
    }
    return bad;
  }

  private JdbcStore open() {
    return JdbcStore.open(StoreOptions.inFolder(folder));
  }

  private Path file() {
    return folder.resolve("duken.mv.db");
  }

  private void sql(String statement) throws SQLException {
    List<String> url = List.of("jdbc:h2:file:", folder.resolve("duken").toString());
    try (Connection connection = DriverManager.getConnection(String.join("", url), "sa", "");
        Statement prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }
}
