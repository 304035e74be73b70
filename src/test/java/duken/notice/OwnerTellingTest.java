package duken.notice;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.engine.SettableClock;
import duken.engine.Shop;
import duken.engine.shift.ShiftService;
import duken.notice.NoticeSettings.Change;
import duken.provider.sandbox.SandboxBank;
import duken.provider.sandbox.SandboxProvider;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.store.Scope;
import duken.store.event.NewEvent;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.TestStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner hears of what happens, from a Telegram on loopback. */
class OwnerTellingTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String NO_BREAK = "\u00a0";

  @TempDir Path folder;

  private final FakeTelegram telegram = new FakeTelegram();
  private final SecretBox box = new SecretBox(MasterKey.mint(RANDOM), RANDOM);
  private final SettableClock clock = new SettableClock();
  private JdbcStore store;
  private SandboxBank bank;
  private Shop shop;
  private NoticeSettings settings;
  private OwnerTelling telling;
  private boolean reachable = true;

  @BeforeEach
  void open() {
    open(TestStores.h2InMemoryOrTempFile());
  }

  private void open(JdbcStore opened) {
    store = opened;
    bank = SandboxBank.open(folder.resolve("live"), clock);
    shop = Shop.open(store, folder.resolve("bank"), clock, null, new SandboxProvider(bank, clock));
    settings = new NoticeSettings(store, box, clock);
    telling = restarted();
  }

  @AfterEach
  void close() {
    telling.close();
    shop.close();
    bank.close();
    telegram.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void everythingIsToldOnceAndInTheOwnersLanguage(String database) {
    if (database.equals("postgresql")) {
      telling.close();
      shop.close();
      bank.close();
      open(TestStores.postgres());
    }
    parked();
    on("ru");
    round();
    assertThat(telegram.taken).as("what was before is not told").isEmpty();

    happens("session_lost");
    Invoice invoice = shop.liveQr();
    refund(invoice, "5000.00");
    refund(invoice, "5000.01");
    parked();
    parked();
    ShiftService shifts = new ShiftService(store, clock);
    shifts.open(shop.live, null);
    shifts.close(shop.live, 1, true, null);
    round();

    assertThat(telegram.taken)
        .containsExactly(
            shop("Банк больше не принимает сессию магазина. Войдите заново: Настройки, Банк."),
            shop("Возврат 5_000,01_₸ по счёту ".replace("_", NO_BREAK) + invoice.number() + "."),
            shop(
                "Смена № 1 закрыта, касса «Касса 1». Продаж: 0 на 0_₸. Возвратов: 0 на 0_₸. Итого: 0_₸."
                    .replace("_", NO_BREAK)),
            shop("Программа магазина не принимает уведомления. Отложено: 2."));

    telling.close();
    telling = restarted();
    round();
    on("kk");
    happens("session_restored");
    round();
    assertThat(telegram.taken).hasSize(5);
    assertThat(telegram.taken.getLast())
        .isEqualTo(shop("Банк дүкеннің сессиясын қайта қабылдады."));
  }

  @Test
  void aBankThatIsSilentForLongIsToldOnce() {
    on("en");
    reachable = false;
    round();
    clock.pass(Duration.ofMinutes(4));
    round();
    assertThat(telegram.taken).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    round();
    clock.pass(Duration.ofMinutes(30));
    round();
    assertThat(telegram.taken).containsExactly(shop("The bank has not answered for 5 min."));
    reachable = true;
    round();
    reachable = false;
    round();
    clock.pass(Duration.ofMinutes(5));
    round();
    assertThat(telegram.taken).hasSize(2);
  }

  @Test
  void whatCannotBeSentWaitsInTheQueueEverLongerAndOverARestart() {
    on("ru");
    telegram.fails = 500;
    happens("session_lost");
    round();
    assertThat(telegram.calls).isEqualTo(1);
    round();
    assertThat(telegram.calls).as("not before 5 seconds").isEqualTo(1);
    clock.pass(Duration.ofSeconds(5));
    round();
    clock.pass(Duration.ofSeconds(19));
    round();
    assertThat(telegram.calls).isEqualTo(2);
    clock.pass(Duration.ofSeconds(1));
    round();
    assertThat(standing().config().orElseThrow().trouble().problem()).isEqualTo("unreachable");
    telling.close();
    telling = restarted();
    telegram.fails = 429;
    clock.pass(Duration.ofSeconds(80));
    round();
    telegram.fails = 0;
    assertThat(standing().waiting()).isEqualTo(1);
    clock.pass(Duration.ofMinutes(6));
    round();

    assertThat(telegram.taken).hasSize(1);
    assertThat(standing().waiting()).isZero();
    assertThat(standing().config().orElseThrow().trouble().problem()).isNull();
  }

  @Test
  void aWrongTokenIsSaidCalmlyAndTheMessageWaitsForTheRightOne() {
    settings.change(
        tenant(),
        new Change(true, "123456789:BBB_wrong_token_of_the_bot", FakeTelegram.CHAT, "ru", null, 5));
    happens("session_lost");
    round();
    assertThat(standing().config().orElseThrow().trouble().problem()).isEqualTo("wrong_token");
    assertThat(telling.test(tenant())).isEqualTo("wrong_token");
    on("ru");
    assertThat(telling.test(tenant())).isNull();
    assertThat(standing().config().orElseThrow().trouble().problem()).isNull();
    clock.pass(Duration.ofMinutes(15));
    round();
    assertThat(telegram.taken)
        .containsExactly(
            shop("Проверка. Сообщения доходят."),
            shop("Банк больше не принимает сессию магазина. Войдите заново: Настройки, Банк."));
    settings.change(tenant(), new Change(null, null, "777", null, null, null));
    assertThat(telling.test(tenant())).isEqualTo("wrong_chat");
    telegram.fails = 403;
    assertThat(telling.test(tenant())).isEqualTo("blocked");
  }

  @Test
  void nothingIsToldUnlessItIsSwitchedOnAndTheTokenIsSealed() {
    happens("session_lost");
    round();
    assertThat(
            settings.change(tenant(), new Change(true, null, FakeTelegram.CHAT, null, null, null)))
        .isFalse();
    on("ru");
    settings.change(tenant(), new Change(false, null, null, null, null, null));
    happens("session_lost");
    round();
    assertThat(telegram.calls).isZero();
    byte[] sealed = standing().config().orElseThrow().sealed();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain(FakeTelegram.TOKEN)
        .doesNotContain(FakeTelegram.CHAT);
  }

  @Test
  void whatIsOlderThanADayIsNotSentAnyMore() {
    on("ru");
    telegram.fails = 500;
    happens("session_lost");
    round();
    clock.pass(Duration.ofHours(25));
    telegram.fails = 0;
    round();
    assertThat(telegram.taken).isEmpty();
    assertThat(standing().waiting()).isZero();
  }

  private void on(String language) {
    assertThat(
            settings.change(
                tenant(),
                new Change(
                    true,
                    FakeTelegram.TOKEN,
                    FakeTelegram.CHAT,
                    language,
                    Money.ofTenge(5_000),
                    5)))
        .isTrue();
  }

  private void round() {
    telling.round();
  }

  private OwnerTelling restarted() {
    return new OwnerTelling(store, settings, telegram.url(), _ -> reachable, clock);
  }

  private NoticeSettings.Standing standing() {
    return settings.standing(tenant());
  }

  private long tenant() {
    return shop.live.tenantId();
  }

  private static String shop(String words) {
    return "Кофейня на Абая:\n" + words;
  }

  private void parked() {
    happens("delivery_parked");
  }

  private void happens(String word) {
    store.write(
        tx -> {
          tx.events()
              .append(new NewEvent(new Scope(tenant(), Mode.LIVE), null, word, clock.instant()));
          return null;
        });
  }

  private void refund(Invoice invoice, String amount) {
    store.write(
        tx -> {
          tx.invoices()
              .addHistory(
                  new HistoryEntry(
                      0,
                      invoice.id(),
                      "refund",
                      InvoiceStatus.PAID,
                      InvoiceStatus.PAID,
                      "completed " + amount,
                      clock.instant(),
                      new HistoryEntry.By(null, null, null)));
          return null;
        });
  }
}
