package duken.store.jdbc;

import duken.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which errors mean that the database itself is in trouble, and says so in a plain sentence.
 * The rest are mistakes of the caller and pass on.
 */
final class StoreFailures {

  private static final String DUPLICATE = "23505";

  private static final int H2_IN_USE = 90020;

  private static final String DAMAGED =
      "the database is damaged or is not ours; restore the last backup";

  private StoreFailures() {}

  /** At opening everything that is not known to be something else counts as damage. */
  static StoreUnavailable atOpening(Throwable failure) {
    if (failure instanceof StoreUnavailable told) {
      return told;
    }
    if (sqlErrors(failure).anyMatch(e -> e.getErrorCode() == H2_IN_USE)) {
      return new StoreUnavailable("the database is in use by another program", failure);
    }
    String known = known(failure);
    return new StoreUnavailable(known == null ? DAMAGED : known, failure);
  }

  /** In daily work: a {@link StoreUnavailable}, or the failure itself when it is a mistake. */
  static RuntimeException atWork(RuntimeException failure) {
    if (failure instanceof StoreUnavailable) {
      return failure;
    }
    String known = known(failure);
    return known == null ? failure : new StoreUnavailable(known, failure);
  }

  /** Whether a unique value was there already. */
  static boolean isDuplicate(Throwable failure) {
    return sqlErrors(failure).anyMatch(e -> DUPLICATE.equals(e.getSQLState()));
  }

  private static String known(Throwable failure) {
    if (says(failure, "No space left") || hasState(failure, "53100")) {
      return "the disk is full";
    }
    if (hasState(failure, "28000", "28P01")) {
      return "the database refused the name or the password";
    }
    if (sqlErrors(failure).anyMatch(e -> H2_BROKEN.contains(e.getErrorCode()))) {
      return "the database file cannot be read or written";
    }
    if (hasState(failure, "40001", "40P01", "55P03", "HYT00")) {
      return "the database is too busy";
    }
    if (sqlErrors(failure)
        .map(SQLException::getSQLState)
        .anyMatch(s -> s != null && (s.startsWith("08") || s.startsWith("57P")))) {
      return "the database cannot be reached";
    }
    if (causes(failure).anyMatch(e -> e instanceof java.sql.SQLTransientConnectionException)) {
      return "the database cannot be reached";
    }
    return null;
  }

  /** Closed, corrupt, input or output failed, out of memory, general error of the file store. */
  private static final Set<Integer> H2_BROKEN = Set.of(90007, 90028, 90030, 90031, 90098, 90121);

  private static boolean hasState(Throwable failure, String... states) {
    Set<String> wanted = Set.of(states);
    return sqlErrors(failure)
        .anyMatch(e -> e.getSQLState() != null && wanted.contains(e.getSQLState()));
  }

  private static boolean says(Throwable failure, String words) {
    return causes(failure).anyMatch(e -> e.getMessage() != null && e.getMessage().contains(words));
  }

  private static Stream<SQLException> sqlErrors(Throwable failure) {
    return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(20);
  }
}
