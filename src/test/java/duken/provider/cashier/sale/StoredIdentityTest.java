package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Phone;
import duken.engine.admin.BankConnectionService;
import duken.engine.admin.BankConnectionService.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The device by which the bank knows a cashier is never thrown away, read or not. */
class StoredIdentityTest {

  private static final String FIRST = "cashier.identity";
  private static final String OTHERS = "cashier.identities";
  private static final String BROKEN = "{\"deviceId\":\"A1B2\",\"installId\":";
  private static final Phone OTHER = new Phone("7010000002");

  @TempDir Path ledger;
  private CashierShop till;
  private BankConnectionService accounts;

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of()).signedIn();
    accounts = till.shop.engine.accounts();
    later();
  }

  @AfterEach
  void close() {
    till.close();
    assertThat(till.bank.breaches()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {BROKEN, "{}", "null", "[]", "\"\"", "no JSON"})
  void oneThatCannotBeReadStopsTheSignInInWordsAndStays(String stored) {
    stored(FIRST, stored);
    int asked = till.bank.counts().total();

    Step step = sendCode(CashierShop.CASHIER);
    assertThat(step.word()).isEqualTo("stopped");
    assertThat(step.trouble()).isEqualTo("identity_unreadable");
    assertThat(sendCode(OTHER).trouble()).isEqualTo("identity_unreadable");
    assertThat(stored(FIRST)).isEqualTo(stored);
    assertThat(till.bank.counts().total()).as("the bank hears of no device").isEqualTo(asked);
    assertThat(accounts.standing(till.tenant()).connection())
        .as("the session goes on")
        .isEqualTo("connected");
  }

  @Test
  void theOtherCashiersOnesStayToo() {
    stored(OTHERS, BROKEN);

    assertThat(sendCode(OTHER).trouble()).isEqualTo("identity_unreadable");
    assertThat(stored(OTHERS)).isEqualTo(BROKEN);
    assertThat(sendCode(CashierShop.CASHIER).word()).as("his is whole").isEqualTo("code_sent");
  }

  @Test
  void oneThatIsBackWorksAsBefore() {
    String whole = stored(FIRST);
    stored(FIRST, BROKEN);
    sendCode(CashierShop.CASHIER);
    stored(FIRST, whole);

    till.signedIn();
    assertThat(stored(FIRST)).isEqualTo(whole);
  }

  @Test
  void onlyAPersonWhoWasToldAndDisconnectsLaysItBesideForANewOne() {
    stored(FIRST, BROKEN);
    accounts.disconnect(till.tenant());
    assertThat(stored(FIRST)).as("nobody was told").isEqualTo(BROKEN);
    assertThat(sendCode(CashierShop.CASHIER).trouble()).isEqualTo("identity_unreadable");

    accounts.disconnect(till.tenant());
    assertThat(stored(FIRST + ".unreadable")).isEqualTo(BROKEN);
    till.signedIn();
    assertThat(stored(FIRST)).contains("installId").isNotEqualTo(BROKEN);

    stored(FIRST, "again");
    later();
    sendCode(CashierShop.CASHIER);
    accounts.disconnect(till.tenant());
    assertThat(stored(FIRST + ".unreadable")).as("no copy over a copy").isEqualTo(BROKEN);
    assertThat(stored(FIRST + ".unreadable+")).isEqualTo("again");
  }

  @Test
  void aDisconnectLeavesAWholeOneAlone() {
    String whole = stored(FIRST);
    stored(OTHERS, BROKEN);
    sendCode(OTHER);

    accounts.disconnect(till.tenant());
    assertThat(stored(FIRST)).isEqualTo(whole);
    assertThat(stored(OTHERS + ".unreadable")).isEqualTo(BROKEN);
  }

  private Step sendCode(Phone phone) {
    return accounts.sendCode(till.tenant(), phone, true);
  }

  private void later() {
    till.shop.clock.pass(Duration.ofSeconds(61));
  }

  private void stored(String name, String text) {
    till.vault.put(till.tenant() + name, text);
  }

  private String stored(String name) {
    return till.vault.get(till.tenant() + name);
  }
}
