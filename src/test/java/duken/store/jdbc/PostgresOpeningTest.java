package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.store.StoreUnavailable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PostgresOpeningTest {

  @Test
  void aServerThatIsNotThereSaysSo() throws Exception {
    int freePort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      freePort = socket.getLocalPort();
    }
    StoreOptions nowhere =
        StoreOptions.at("jdbc:postgresql://127.0.0.1:" + freePort + "/duken")
            .as("duken", "secret")
            .within(Duration.ofSeconds(2));

    assertThatThrownBy(() -> JdbcStore.open(nowhere))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage("the database cannot be reached");
    assertThat(nowhere.toString()).doesNotContain("secret");
  }

  @Test
  void aDatabaseThatTheServerDoesNotHaveSaysSo() {
    StoreOptions other =
        StoreOptions.at(TestStores.postgresOptions().url().replace("/postgres?", "/nothing?"));

    assertThatThrownBy(() -> JdbcStore.open(other))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("refused");
  }

  @Test
  void aNewerProgramsDatabaseIsLeftAlone() throws Exception {
    StoreOptions options = TestStores.postgresOptions();
    JdbcStore.open(options).close();
    try (Connection connection = DriverManager.getConnection(options.url());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success) values"
              + " (99, '999', 'later', 'SQL', 'V999__later.sql', 'sa', 1, true)");
    }

    assertThatThrownBy(() -> JdbcStore.open(options))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer version of this program");
  }

  @Test
  void twoProgramsOpenAnEmptyDatabaseAtOnce() throws Exception {
    StoreOptions options = TestStores.postgresOptions();

    assertThat(
            Race.of(
                3,
                () -> {
                  try (JdbcStore store = JdbcStore.open(options)) {
                    return store.isAlive();
                  }
                }))
        .containsOnly(true);
  }

  @Test
  void commitsAreDurableEvenWhereTheServerSaysOtherwise() throws Exception {
    StoreOptions options = TestStores.postgresOptions();
    assertThat(synchronousCommit(options.url())).as("the test server's default").isEqualTo("off");

    try (JdbcStore store = JdbcStore.open(options)) {
      String value =
          store.within(
              handle ->
                  handle
                      .createQuery("select current_setting('synchronous_commit')")
                      .mapTo(String.class)
                      .one());
      assertThat(value).isEqualTo("on");
    }
  }

  private static String synchronousCommit(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show synchronous_commit")) {
      row.next();
      return row.getString(1);
    }
  }
}
