package duken.store.jdbc;

import duken.domain.Mode;
import duken.store.Scope;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A contract of the front that both databases keep: every test runs on a fresh store of each. */
@ParameterizedClass
@EnumSource(Database.class)
public abstract class OnBothDatabases {

  public static final Instant NOON = Instant.parse("2026-11-02T07:00:00Z");

  @Parameter public Database database;

  public JdbcStore store;
  public Shop shop;
  public Scope training;

  @BeforeEach
  void openStore() {
    store = database.open();
    shop = Shop.called("Кофейня на Абая", store);
    training = shop.scope(Mode.TEST);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }
}
