package duken.store.jdbc.database;

import duken.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/**
 * Tells which errors mean that the database itself is in trouble, and says so in a plain sentence.
 * What databases say is kept out of what leaves this room: they quote the values they choke on, and
 * those may be a customer's.
 */
public final class SqlFailureTranslator {

  private static final int H2_IN_USE = 90020;

  /** Not a URL, a setting given twice, an unknown setting. */
  private static final Set<Integer> H2_URL = Set.of(90046, 90066, 90113);

  /** Closed, input or output failed, corrupt, called at shutdown. */
  private static final Set<Integer> H2_BROKEN =
      Set.of(90007, 90028, 90030, 90031, 90067, 90098, 90121);

  private static final Set<String> REFUSED = Set.of("28000", "28P01", "3D000");

  /** Deadlock, or a lock was waited for in vain; H2 says 90131 of a row in use. */
  private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

  private static final String DUPLICATE = "23505";

  private static final String FULL = "the disk is full; make room and start the program again";

  private SqlFailureTranslator() {}

  /**
   * At opening, everything that is not known to be something else counts as damage: a damaged file
   * can report itself as an innocent conversion error.
   */
  public static StoreUnavailable atOpening(RuntimeException failure, Dialect dialect) {
    if (failure instanceof StoreUnavailable told) {
      return told;
    }
    if (sqlErrors(failure).anyMatch(e -> e.getErrorCode() == H2_IN_USE)) {
      return unavailable("the database is in use by another program", failure);
    }
    if (sqlErrors(failure).anyMatch(e -> H2_URL.contains(e.getErrorCode()))) {
      return unavailable("the database's URL is not understood", failure);
    }
    String sentence =
        switch (dialect) {
          case H2 -> isFull(failure) ? FULL : null;
          case POSTGRESQL -> trouble(failure);
        };
    return sentence == null ? damaged(failure) : unavailable(sentence, failure);
  }

  /** The file is there, and what should be in it is not. */
  public static StoreUnavailable damaged(Throwable failure) {
    return unavailable("the database is damaged or not ours; restore the last backup", failure);
  }

  /**
   * In daily work: {@link StoreUnavailable} when the database is in trouble, an {@link
   * IllegalStateException} when it refused a statement, else the failure itself.
   */
  public static RuntimeException atWork(RuntimeException failure) {
    if (failure instanceof StoreUnavailable) {
      return failure;
    }
    String sentence = trouble(failure);
    if (sentence != null) {
      return unavailable(sentence, failure);
    }
    return sqlErrors(failure)
        .findFirst()
        .<RuntimeException>map(
            e ->
                new IllegalStateException(
                    "the database refused a statement: SQL state " + e.getSQLState(),
                    Unquoted.of(failure)))
        .orElse(failure);
  }

  /** When what was committed could not be brought to the disk. */
  static StoreUnavailable ofDisk(Exception failure) {
    String sentence = trouble(failure);
    return unavailable(
        sentence == null ? "the database file cannot be written" : sentence, failure);
  }

  /** Whether a unique value was there already. */
  public static boolean isDuplicate(Throwable failure) {
    return hasState(failure, Set.of(DUPLICATE));
  }

  private static String trouble(Throwable failure) {
    if (isFull(failure)) {
      return FULL;
    }
    if (hasState(failure, REFUSED)) {
      return "the database refused the name, the password or the database's name";
    }
    // First: H2 puts an exception of its file behind this one too.
    if (hasState(failure, BUSY)) {
      return "the database is too busy";
    }
    if (causes(failure).anyMatch(MVStoreException.class::isInstance)
        || sqlErrors(failure).anyMatch(e -> H2_BROKEN.contains(e.getErrorCode()))) {
      return "the database file cannot be read or written";
    }
    if (sqlErrors(failure).anyMatch(SqlFailureTranslator::isConnectionLost)) {
      return "the database cannot be reached";
    }
    return null;
  }

  private static boolean isFull(Throwable failure) {
    return hasState(failure, Set.of("53100")) || says(failure, "No space left", "not enough space");
  }

  private static boolean isConnectionLost(SQLException e) {
    String state = e.getSQLState();
    return e instanceof java.sql.SQLTransientConnectionException
        || (state != null && (state.startsWith("08") || state.startsWith("57P")));
  }

  private static StoreUnavailable unavailable(String sentence, Throwable failure) {
    return new StoreUnavailable(sentence, Unquoted.of(failure));
  }

  private static boolean hasState(Throwable failure, Set<String> states) {
    return sqlErrors(failure)
        .anyMatch(e -> e.getSQLState() != null && states.contains(e.getSQLState()));
  }

  private static boolean says(Throwable failure, String... words) {
    return causes(failure)
        .map(Throwable::getMessage)
        .anyMatch(message -> message != null && Stream.of(words).anyMatch(message::contains));
  }

  private static Stream<SQLException> sqlErrors(Throwable failure) {
    return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(20);
  }

  /** A failure's kind, codes and stack without its words. */
  private static final class Unquoted extends Exception {

    private static final long serialVersionUID = 1L;

    private Unquoted(String message, Throwable cause) {
      super(message, cause);
    }

    static Unquoted of(Throwable failure) {
      return of(failure, 20);
    }

    private static Unquoted of(Throwable failure, int depth) {
      if (failure == null || depth == 0) {
        return null;
      }
      String kind = failure.getClass().getName();
      String message =
          failure instanceof SQLException e
              ? kind + ", SQL state " + e.getSQLState() + ", code " + e.getErrorCode()
              : kind;
      Unquoted unquoted = new Unquoted(message, of(failure.getCause(), depth - 1));
      unquoted.setStackTrace(failure.getStackTrace());
      return unquoted;
    }
  }
}
