package duken.store.jdbc.cash;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Has H2 refuse to change or delete a row. H2 makes it by its name. */
public final class AppendOnly implements Trigger {

  /** What both databases say. */
  public static final String REFUSAL = "rows of cash_operation are only ever added";

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    throw new SQLException(REFUSAL);
  }
}
