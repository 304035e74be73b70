package duken.store.jdbc.database;

import com.zaxxer.hikari.HikariConfig;
import duken.store.jdbc.StoreOptions;
import java.util.Locale;
import org.h2.jdbcx.JdbcDataSource;

/** The two databases and what they want to be told. */
public enum Dialect {
  /**
   * A file of this program. {@link H2Durability} brings each commit to the disk before anybody
   * hears of it (decision record 0007).
   */
  H2 {
    @Override
    public void prepare(HikariConfig pool, StoreOptions options) {
      pool.setDataSource(source(options));
      // The connections live in this process and do not grow old. With these two off, Hikari's
      // housekeeper, the only thread it ever interrupts, never enters H2.
      pool.setKeepaliveTime(0);
      pool.setMaxLifetime(0);
    }

    @Override
    public String using(String index) {
      return " use index (" + index + ")";
    }

    @Override
    public CommitDurability disk(StoreOptions options) {
      return new H2Durability(source(options)::getConnection).begin();
    }
  },

  /** A server. It makes a commit durable by itself unless somebody told it not to. */
  POSTGRESQL {
    @Override
    public void prepare(HikariConfig pool, StoreOptions options) {
      pool.setJdbcUrl(options.url());
      pool.setUsername(options.user());
      pool.setPassword(options.password());
      pool.addDataSourceProperty("ApplicationName", "duken");
      pool.addDataSourceProperty("tcpKeepAlive", "true");
      pool.addDataSourceProperty("logServerErrorDetail", "false");
      pool.setConnectionInitSql(
          "select set_config('synchronous_commit', case current_setting('synchronous_commit')"
              + " when 'off' then 'on' else current_setting('synchronous_commit') end, false),"
              + " set_config('lock_timeout', '"
              + options.patience().toMillis()
              + "', false)");
    }

    @Override
    public String using(String index) {
      return "";
    }

    @Override
    public CommitDurability disk(StoreOptions options) {
      return CommitDurability.ofServer();
    }
  };

  /** Whether no other process can write to it while this one has it open. */
  public boolean isOursAlone() {
    return this == H2;
  }

  /** Tells the pool how to connect. */
  public abstract void prepare(HikariConfig pool, StoreOptions options);

  /**
   * What to write behind a table's name so that this index serves. H2 chooses among indexes that
   * begin alike by their length; PostgreSQL counts, and chooses by itself.
   */
  public abstract String using(String index);

  /** Where commits end up. */
  public abstract CommitDurability disk(StoreOptions options);

  /**
   * The database behind a URL.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Dialect of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (lower.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "the database is named by a URL that begins with jdbc:h2: or jdbc:postgresql:");
  }

  private static JdbcDataSource source(StoreOptions options) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        options.url()
            // H2's own thread sleeps: it would write tables in the middle of transactions. Not 0:
            // then every transaction writes them at its end.
            + ";WRITE_DELAY="
            + Integer.MAX_VALUE
            + ";DB_CLOSE_DELAY=-1"
            // By default each connection remembers eight statements and reads the others anew.
            + ";QUERY_CACHE_SIZE=200"
            // By default results of more rows than 40 for each MiB of heap are sorted on the disk,
            // hundreds of times slower.
            + ";MAX_MEMORY_ROWS=250000"
            // H2's own log quotes the values it chokes on.
            + ";TRACE_LEVEL_FILE=0"
            + ";DB_CLOSE_ON_EXIT=FALSE"
            // A remembered statement would answer with the rows of its last run: H2 does not
            // compare the parameters of the parts of a union, not even the shop's number.
            + ";OPTIMIZE_REUSE_RESULTS=FALSE"
            + ";LOCK_TIMEOUT="
            + options.patience().toMillis());
    source.setUser(options.fileUser());
    source.setPassword(options.filePassword());
    return source;
  }
}
