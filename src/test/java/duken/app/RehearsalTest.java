package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Tenant;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

  @TempDir private Path folder;

  @Test
  void salesArePlayedBeforeTheFirstAndNothingStaysOfThem() {
    try (DukenProcess engine =
        DukenProcess.start("engine", "--data", folder.toString(), "--port", "0")) {
      engine.url();
      assertThat(engine.terminate().exitCode()).isZero();
    }

    try (JdbcStore store = JdbcStore.open(StoreOptions.inFolder(folder))) {
      assertThat(store.<Long>read(rooms -> rooms.invoices().lastChange())).isZero();
      assertThat(store.<Long>read(rooms -> rooms.invoices().countOpen())).isZero();
      assertThat(store.<Integer>read(rooms -> rooms.tenants().all().size())).isEqualTo(1);
      Tenant next = new Tenant(0, "Next", "Asia/Almaty", false, Instant.EPOCH);
      assertThat(store.<Tenant>write(rooms -> rooms.tenants().insert(next)).id())
          .as("the number after the one of the shop that played")
          .isEqualTo(3);
    }
  }
}
