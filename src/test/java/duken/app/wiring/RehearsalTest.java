package duken.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import duken.app.DukenProcess;
import duken.domain.tenant.Tenant;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

  @TempDir private Path folder;

  @Test
  void salesArePlayedBeforeTheFirstAndNothingStaysOfThem() {
    try (DukenProcess engine =
        DukenProcess.start(
            Map.of("DUKEN_WARM_UP", "yes"), "engine", "--data", folder.toString(), "--port", "0")) {
      engine.url();
      assertThat(engine.terminate().exitCode()).isZero();
    }

    try (JdbcStore store = JdbcStore.open(StoreOptions.inFolder(folder))) {
      assertThat(store.<Long>read(tx -> tx.invoices().lastChange())).isZero();
      assertThat(store.<Long>read(tx -> tx.invoices().countOpen())).isZero();
      assertThat(store.<Integer>read(tx -> tx.tenants().all().size())).isEqualTo(1);
      Tenant next = new Tenant(0, "Next", "Asia/Almaty", false, Instant.EPOCH);
      assertThat(store.<Tenant>write(tx -> tx.tenants().insert(next)).id())
          .as("the number after the one of the shop that played")
          .isEqualTo(3);
    }
  }
}
