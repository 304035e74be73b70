package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Invoice;
import duken.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpdateCopyTest {

  private static final String FORGET_THE_LAST_UPDATE =
      "delete from \"flyway_schema_history\" where \"installed_rank\" ="
          + " (select max(\"installed_rank\") from \"flyway_schema_history\")";

  @TempDir Path folder;

  private Invoice sold;

  @BeforeEach
  void aShopSoldUnderAnOlderProgram() throws SQLException {
    try (JdbcStore store = open()) {
      sold = Shop.called("Кофейня", store).sells();
    }
    assertThat(copies()).isEmpty();
    try (Connection database = DriverManager.getConnection(url(), "sa", "");
        Statement statement = database.createStatement()) {
      statement.execute(FORGET_THE_LAST_UPDATE);
    }
  }

  @Test
  void anUpdateIsPrecededByACopyThatHoldsTheSales() throws Exception {
    // What the update was is here already, so it fails: as a bad update would, after the copy.
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageNotContaining("no copy");

    assertThat(copies())
        .singleElement()
        .asString()
        .contains("before-update-of-")
        .endsWith(".zip")
        .doesNotContain("-new");
    Path database = folder.resolve("duken.mv.db");
    Files.delete(database);
    try (InputStream packed = Files.newInputStream(copies().getFirst());
        ZipInputStream zip = new ZipInputStream(packed)) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("duken.mv.db");
      Files.copy(zip, database);
    }
    try (Connection restored = DriverManager.getConnection(url(), "sa", "");
        Statement statement = restored.createStatement()) {
      assertThat(statement.executeQuery("select * from invoice where id = " + sold.id()).next())
          .isTrue();
    }
  }

  @Test
  void withoutACopyNothingIsUpdated() throws IOException {
    Files.writeString(folder.resolve("backups"), "a file where the folder should be");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("nothing was changed");
  }

  private JdbcStore open() {
    return JdbcStore.open(StoreOptions.inFolder(folder));
  }

  private String url() {
    return StoreOptions.inFolder(folder).url();
  }

  private List<Path> copies() {
    Path backups = folder.resolve("backups");
    if (!Files.isDirectory(backups)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files.toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
