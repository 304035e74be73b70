package duken.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import duken.domain.Invoice;
import duken.store.jdbc.database.CommitDurability;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.GroupSync;
import duken.store.jdbc.database.H2Durability;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * What an acknowledged commit costs on our tables, and what a killed program loses (decision record
 * 0007). With a JDK 25:
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * java -cp "target/test-classes:target/classes:$(cat target/cp.txt)" \
 *   duken.store.jdbc.CommitBench speed target
 * </pre>
 *
 * <p>Arguments: {@code speed FOLDER} or {@code kill FOLDER TIMES}; the folder has to be on the disk
 * that is meant.
 */
final class CommitBench {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final int COMMITS = 2_000;
  private static final int WARM_UP = 500;

  /** How H2 is set, and what is done after a commit. */
  private enum Settings {
    /** As H2 comes: a thread of its own writes commits to the file, half a second later. */
    DEFAULT("", Unkept::new),
    /** Each commit is handed to the operating system before it returns. */
    NO_DELAY(";WRITE_DELAY=0", Unkept::new),
    /** The same, and {@code CHECKPOINT SYNC} after each. */
    NO_DELAY_SYNC(";WRITE_DELAY=0", Checkpoint::new),
    /** As H2 comes, and a sync shared by those who wait: ours. */
    OURS("", source -> new H2Durability(source::getConnection)),
    /** The same with a sync for each. */
    OURS_ALONE("", source -> new OneByOne(new H2Durability(source::getConnection)));

    private final String url;
    private final Function<DataSource, CommitDurability> disk;

    Settings(String url, Function<DataSource, CommitDurability> disk) {
      this.url = url;
      this.disk = disk;
    }

    JdbcStore open(Path folder) {
      JdbcDataSource source = new JdbcDataSource();
      source.setURL(
          "jdbc:h2:file:"
              + folder.resolve("bench")
              + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1"
              + url);
      source.setUser("sa");
      HikariConfig config = new HikariConfig();
      config.setDataSource(source);
      HikariDataSource pool = new HikariDataSource(config);
      Migrations.run(pool, true, _ -> {});
      return new JdbcStore(pool, Dialect.H2, disk.apply(source), Duration.ofSeconds(10));
    }
  }

  private static class Unkept implements CommitDurability {
    private final DataSource source;

    Unkept(DataSource source) {
      this.source = source;
    }

    @Override
    public <T> T keep(Supplier<T> transaction) {
      return transaction.get();
    }

    @Override
    public void keepWhatWasSeen() {}

    @Override
    public void close() {
      execute("shutdown");
    }

    final void execute(String sql) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Checkpoint extends Unkept {
    private final GroupSync group = new GroupSync(() -> execute("checkpoint sync"));

    Checkpoint(DataSource source) {
      super(source);
    }

    @Override
    public <T> T keep(Supplier<T> transaction) {
      T result = transaction.get();
      group.awaitSync();
      return result;
    }
  }

  private record OneByOne(CommitDurability commitDurability) implements CommitDurability {
    @Override
    public <T> T keep(Supplier<T> transaction) {
      T result = transaction.get();
      synchronized (commitDurability) {
        commitDurability.keep(() -> true);
      }
      return result;
    }

    @Override
    public void keepWhatWasSeen() {}

    @Override
    public void close() {
      commitDurability.close();
    }
  }

  private CommitBench() {}

  /** Measures; the arguments are told above. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]).toAbsolutePath();
    switch (args[0]) {
      case "speed" -> speed(folder);
      case "kill" -> kill(folder, Integer.parseInt(args[2]));
      case "sell" -> sell(folder, Settings.valueOf(args[2]));
      default -> throw new IllegalArgumentException("speed FOLDER or kill FOLDER TIMES");
    }
    System.exit(0);
  }

  private static void speed(Path folder) throws Exception {
    OUT.println("settings       writers  commits/s   p50 ms   p99 ms   max ms   file MB");
    for (int writers : List.of(1, 8, 32)) {
      for (Settings settings : Settings.values()) {
        speed(Files.createTempDirectory(folder, "commit-bench"), settings, writers);
      }
    }
  }

  private static void speed(Path folder, Settings settings, int writers) throws Exception {
    try (JdbcStore store = settings.open(folder)) {
      Shop shop = Shop.called("Кофейня", store);
      run(shop, writers, WARM_UP);
      long begun = System.nanoTime();
      long[] nanos = run(shop, writers, COMMITS);
      double seconds = (System.nanoTime() - begun) / 1e9;
      Arrays.sort(nanos);
      OUT.printf(
          "%-14s %7d %10.0f %8.2f %8.2f %8.2f %9.1f%n",
          settings,
          writers,
          nanos.length / seconds,
          nanos[nanos.length / 2] / 1e6,
          nanos[nanos.length * 99 / 100] / 1e6,
          nanos[nanos.length - 1] / 1e6,
          Files.size(folder.resolve("bench.mv.db")) / 1e6);
    }
  }

  /** Settles sales: invoice locked and updated, history, webhook; how long each commit took. */
  private static long[] run(Shop shop, int writers, int commits) throws Exception {
    List<Invoice> invoices =
        shop.store()
            .write(
                tx ->
                    java.util.stream.IntStream.range(0, commits)
                        .mapToObj(_ -> tx.invoices().insert(Sale.of(shop.id()).invoice()))
                        .toList());
    long[] nanos = new long[commits];
    AtomicInteger next = new AtomicInteger();
    Race.of(
        writers,
        () -> {
          for (int i = next.getAndIncrement(); i < commits; i = next.getAndIncrement()) {
            Invoice invoice = invoices.get(i);
            long begun = System.nanoTime();
            shop.store().write(tx -> CrashWriter.pay(tx, invoice));
            nanos[i] = System.nanoTime() - begun;
          }
          return true;
        });
    return nanos;
  }

  private static void kill(Path folder, int times) throws IOException {
    OUT.println("settings       kills  with losses  acknowledged   lost");
    for (Settings settings : List.of(Settings.DEFAULT, Settings.NO_DELAY, Settings.OURS)) {
      kill(Files.createTempDirectory(folder, "kill-bench"), settings, times);
    }
  }

  private static void kill(Path folder, Settings settings, int times) {
    Random random = new Random(1);
    Set<Long> acknowledged = new TreeSet<>();
    int lost = 0;
    int losses = 0;
    int all = 0;
    for (int round = 0; round < times; round++) {
      try (ChildJvm seller =
          ChildJvm.running(CommitBench.class, "sell", folder.toString(), settings.name())) {
        int lines = 20 + random.nextInt(80);
        for (int i = 0; i < lines; i++) {
          acknowledged.add(Long.parseLong(seller.line().orElseThrow()));
        }
        seller.kill();
        for (Optional<String> line = seller.line(); line.isPresent(); line = seller.line()) {
          acknowledged.add(Long.parseLong(line.get()));
        }
      }
      all += acknowledged.size();
      try (JdbcStore store = settings.open(folder)) {
        long missing =
            store.<Long>read(
                tx -> acknowledged.stream().filter(id -> tx.invoices().find(id).isEmpty()).count());
        lost += (int) missing;
        losses += missing > 0 ? 1 : 0;
      }
      acknowledged.clear();
    }
    OUT.printf("%-14s %5d %12d %13d %6d%n", settings, times, losses, all, lost);
  }

  /** A sale every 20 ms, said when it was acknowledged. */
  private static void sell(Path folder, Settings settings) {
    JdbcStore store = settings.open(folder);
    long shop =
        store.write(tx -> tx.tenants().all().stream().findFirst().map(t -> t.id()).orElse(0L));
    Shop seller = shop == 0 ? Shop.called("Кофейня", store) : new Shop(shop, store);
    while (true) {
      OUT.println(seller.sells().id());
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
