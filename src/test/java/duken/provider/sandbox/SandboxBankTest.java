package duken.provider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.engine.SettableClock;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.SandboxCustomer.Action;
import duken.provider.SandboxCustomer.SandboxFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxBankTest {

  private static final long SHOP = 7;
  private static final Money FIFTEEN_THOUSAND = Money.ofTenge(15_000);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private SandboxBank bank;
  private SandboxProvider provider;
  private SandboxPhone phone;

  @BeforeEach
  void open() {
    bank = SandboxBank.open(folder, clock);
    provider = new SandboxProvider(bank, clock);
    phone = provider.phone();
  }

  @AfterEach
  void close() {
    bank.close();
  }

  private void restart() {
    bank.close();
    open();
  }

  private PaymentRequest request(long invoiceId) {
    return new PaymentRequest(
        SHOP,
        invoiceId,
        PaymentKind.QR,
        FIFTEEN_THOUSAND,
        "mark-" + invoiceId,
        new PaymentRequest.Customer(null, "Заказ", "http://localhost/pay"),
        new PaymentRequest.Life(clock.instant().plus(Duration.ofMinutes(20)), clock.instant()));
  }

  private PaymentRef opened(long invoiceId) {
    OpenedPayment payment = ((Accepted<OpenedPayment>) provider.open(request(invoiceId))).value();
    return new PaymentRef(SHOP, PaymentKind.QR, payment.operationId(), clock.instant());
  }

  private RefundRequest refund(PaymentRef payment, long id, Money amount) {
    return new RefundRequest(payment, id, amount, Money.ZERO);
  }

  /** Three maps and a file that grew for ninety days. */
  @Test
  void aMonthOfPracticeLevelsOffInMemoryAndInTheFile() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    List<Integer> lines = new ArrayList<>();
    PaymentRef open = opened(1);
    PaymentRef first = opened(2);
    phone.act(2, Action.PAY);
    for (int day = 0; day < 30; day++) {
      for (int i = 0; i < 60; i++) {
        long invoice = 1000 + day * 100 + i;
        opened(invoice);
        phone.act(invoice, Action.PAY);
      }
      clock.pass(Duration.ofDays(1));
      bank.forget(clock.instant().minus(Duration.ofDays(7)));
      lines.add(Files.readAllLines(file).size());
    }
    assertThat(lines).allMatch(count -> count <= 2_000 + 2 * 60);
    assertThat(bank.size()).isLessThanOrEqualTo(8 * 60);
    assertThat(bank.find(first.operationId())).isEmpty();
    int before = bank.size();
    restart();
    assertThat(bank.size()).as("the file tells the same").isGreaterThanOrEqualTo(before);
    bank.forget(clock.instant().minus(Duration.ofDays(7)));
    assertThat(bank.size()).isEqualTo(before);
    assertThat(bank.find(open.operationId())).isEmpty();
    PaymentRef fresh = opened(9_999);
    phone.act(9_999, Action.PAY);
    restart();
    assertThat(bank.find(fresh.operationId())).isPresent();
  }

  @Test
  void paymentsAreNumberedAfterTheirInvoices() {
    assertThat(opened(1042).operationId()).isEqualTo("9000001042");
    assertThat(opened(1042).operationId()).isNotEqualTo("9000001042");
  }

  @Test
  void theCustomerGoesFromScanToPaid() {
    PaymentRef payment = opened(1);
    assertProgress(payment, PayerProgress.WAITING);
    phone.act(1, Action.SCAN);
    assertProgress(payment, PayerProgress.SCANNED);
    phone.act(1, Action.CONFIRM);
    assertProgress(payment, PayerProgress.CONFIRMING);
    phone.act(1, Action.PAY);

    assertThat(provider.read(payment))
        .isInstanceOfSatisfying(
            ProviderReading.Paid.class,
            paid -> {
              assertThat(paid.amount()).isEqualTo(FIFTEEN_THOUSAND);
              assertThat(paid.at()).isEqualTo(clock.instant());
              assertThat(paid.payerName()).isNotBlank();
              assertThat(paid.refunded()).isEqualTo(Money.ZERO);
            });
  }

  @Test
  void everyEndingIsToldInTheWordsOfABank() {
    assertEnds(1, Action.DECLINE, Ending.CUSTOMER_DECLINED);
    assertEnds(2, Action.LEAVE, Ending.CUSTOMER_LEFT);
    assertEnds(3, Action.EXPIRE, Ending.RAN_OUT);
    assertEnds(4, Action.FAIL, Ending.FAILED);
  }

  @Test
  void whatRanOutCannotBePaidAnyMoreEvenIfTheClockIsSetBack() {
    PaymentRef payment = opened(1);
    clock.pass(Duration.ofMinutes(20));
    assertEnded(payment, Ending.RAN_OUT);
    clock.pass(Duration.ofMinutes(-10));

    assertThat(phone.act(1, Action.PAY)).isEmpty();
    assertEnded(payment, Ending.RAN_OUT);
  }

  @Test
  void onlyLateMoneyComesAfterTheEnd() {
    PaymentRef payment = opened(1);
    assertThat(phone.act(1, Action.PAY_LATE)).isEmpty();
    phone.act(1, Action.DECLINE);
    assertThat(phone.act(1, Action.PAY_LATE)).isPresent();

    assertThat(provider.read(payment)).isInstanceOf(ProviderReading.Paid.class);
  }

  @Test
  void aWithdrawnPaymentCannotBePaidAndAPaidOneCannotBeWithdrawn() {
    PaymentRef withdrawn = opened(1);
    assertThat(provider.cancel(withdrawn)).isInstanceOf(Accepted.class);
    assertThat(phone.act(1, Action.PAY)).isEmpty();
    assertEnded(withdrawn, Ending.WITHDRAWN);

    PaymentRef paid = opened(2);
    phone.act(2, Action.PAY);
    assertThat(provider.cancel(paid))
        .isInstanceOfSatisfying(Declined.class, no -> assertThat(no.why()).isEqualTo(Why.REFUSED));
  }

  @Test
  void everythingSurvivesARestart() {
    PaymentRef open = opened(1);
    PaymentRef paid = opened(2);
    phone.act(1, Action.SCAN);
    phone.act(2, Action.PAY);
    provider.refund(refund(paid, 77, Money.ofTenge(5_000)));
    ProviderReading before = provider.read(paid);

    restart();

    assertProgress(open, PayerProgress.SCANNED);
    assertThat(provider.read(paid)).isEqualTo(before);
    assertThat(provider.find(request(1))).isInstanceOf(Lookup.Found.class);
    assertThat(phone.act(1, Action.PAY)).isPresent();
  }

  @Test
  void aTornLastLineIsCutOffAndWrittenOver() throws IOException {
    PaymentRef whole = opened(1);
    opened(2);
    bank.close();
    Path file = folder.resolve("ledger.jsonl");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));

    open();
    assertProgress(whole, PayerProgress.WAITING);
    assertThat(provider.find(request(2))).isInstanceOf(Lookup.Absent.class);
    PaymentRef third = opened(3);
    restart();
    assertProgress(third, PayerProgress.WAITING);
  }

  @Test
  void anUnreadableLineDoesNotTakeTheOthersAlong() throws IOException {
    PaymentRef first = opened(1);
    bank.close();
    Files.writeString(folder.resolve("ledger.jsonl"), "not json\n", StandardOpenOption.APPEND);
    open();
    PaymentRef second = opened(2);
    restart();

    assertProgress(first, PayerProgress.WAITING);
    assertProgress(second, PayerProgress.WAITING);
  }

  @Test
  void aLongJournalIsCompactedAtStart() throws IOException {
    PaymentRef payment = opened(1);
    for (int i = 0; i < 1_050; i++) {
      phone.rehearse(1, Action.PAY, Duration.ofMinutes(2 + i % 2));
      phone.rehearse(1, Action.DECLINE, Duration.ofMinutes(2 + i % 2));
    }
    Path file = folder.resolve("ledger.jsonl");
    long before = Files.size(file);

    restart();

    assertThat(Files.size(file)).isLessThan(before / 100);
    assertProgress(payment, PayerProgress.WAITING);
    restart();
    assertProgress(payment, PayerProgress.WAITING);
  }

  @Test
  void aCustomerCanBeRehearsed() {
    PaymentRef payment = opened(1);
    phone.rehearse(1, Action.PAY, Duration.ofSeconds(2));
    assertProgress(payment, PayerProgress.WAITING);
    clock.pass(Duration.ofSeconds(2));
    restart();

    assertThat(provider.read(payment))
        .isInstanceOfSatisfying(
            ProviderReading.Paid.class, paid -> assertThat(paid.at()).isEqualTo(clock.instant()));
  }

  @Test
  void aLostAnswerWasCarriedOut() {
    phone.behave(SHOP, SandboxFault.LOSE_NEXT_ANSWER);
    assertThat(provider.open(request(1))).isInstanceOf(Unknown.class);
    assertThat(provider.find(request(1))).isInstanceOf(Lookup.Found.class);
    assertThat(provider.open(request(2))).isInstanceOf(Accepted.class);
  }

  @Test
  void silenceConcernsOneShopAndEndsByItself() {
    PaymentRef payment = opened(1);
    phone.behave(SHOP, SandboxFault.SILENCE);

    assertThat(provider.read(payment)).isInstanceOf(ProviderReading.Silent.class);
    assertThat(provider.find(request(1))).isInstanceOf(Lookup.Unsure.class);
    assertThat(provider.open(request(2)))
        .isInstanceOfSatisfying(Declined.class, no -> assertThat(no.why()).isEqualTo(Why.NOT_SENT));
    PaymentRef others =
        new PaymentRef(SHOP + 1, PaymentKind.QR, payment.operationId(), clock.instant());
    assertThat(provider.read(others)).isInstanceOf(ProviderReading.Waiting.class);

    clock.pass(SandboxMoods.LONGEST_SILENCE);
    assertThat(provider.read(payment)).isInstanceOf(ProviderReading.Waiting.class);
  }

  @Test
  void theSameRefundIsGivenBackOnceAndNeverMoreThanWasPaid() {
    PaymentRef payment = opened(1);
    phone.act(1, Action.PAY);
    RefundRequest ten = refund(payment, 77, Money.ofTenge(10_000));

    assertThat(provider.refund(ten))
        .isEqualTo(new Accepted<>(new RefundReceipt("SBX-R-77", true)))
        .isEqualTo(provider.refund(ten));
    assertThat(provider.refund(refund(payment, 78, Money.ofTenge(5_001))))
        .isInstanceOf(Declined.class);
    assertThat(provider.refund(refund(payment, 79, Money.ofTenge(5_000))))
        .isInstanceOf(Accepted.class);
    assertThat(provider.readRefund(ten)).isInstanceOf(RefundReading.Done.class);
    assertThat(provider.readRefund(refund(payment, 80, Money.SMALLEST)))
        .isInstanceOf(RefundReading.NotFound.class);
  }

  @Test
  void anUnpaidPaymentIsNotRefunded() {
    assertThat(provider.refund(refund(opened(1), 77, Money.SMALLEST))).isInstanceOf(Declined.class);
  }

  @Test
  void whoeverDoesSomethingWithThePhoneIsHintedAt() {
    AtomicLong hinted = new AtomicLong();
    provider.onHint(hinted::set);
    opened(42);
    assertThat(hinted).hasValue(0);
    phone.act(42, Action.PAY);
    assertThat(hinted).hasValue(42);
  }

  @Test
  void manyAtOnceAreAllInTheBooks() throws InterruptedException {
    List<Thread> customers =
        IntStream.rangeClosed(1, 64)
            .mapToObj(
                id ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              opened(id);
                              phone.act(id, Action.PAY);
                            }))
            .toList();
    for (Thread customer : customers) {
      customer.join();
    }
    restart();

    assertThat(IntStream.rangeClosed(1, 64))
        .allMatch(id -> bank.newestOf(id).orElseThrow().stage() == SandboxPayment.Stage.PAID);
  }

  @Test
  void theBooksHoldNoPhoneNumber() throws IOException {
    PaymentRequest bill =
        new PaymentRequest(
            SHOP,
            1,
            PaymentKind.PHONE,
            FIFTEEN_THOUSAND,
            "mark",
            new PaymentRequest.Customer(new Phone("7001234567"), null, "http://localhost/pay"),
            new PaymentRequest.Life(clock.instant().plusSeconds(60), clock.instant()));
    provider.open(bill);

    assertThat(Files.readString(folder.resolve("ledger.jsonl"))).doesNotContain("7001234567");
  }

  @Test
  void theBankKnowsTheNameBehindAPhone() {
    assertThat(provider.payer(SHOP, new Phone("7001234567")))
        .isEqualTo(provider.payer(SHOP, new Phone("7001234567")))
        .isInstanceOf(Accepted.class);
  }

  private void assertEnds(long invoiceId, Action action, Ending ending) {
    PaymentRef payment = opened(invoiceId);
    phone.act(invoiceId, action);
    assertEnded(payment, ending);
  }

  private void assertEnded(PaymentRef payment, Ending ending) {
    assertThat(provider.read(payment))
        .isInstanceOfSatisfying(
            ProviderReading.Ended.class, ended -> assertThat(ended.ending()).isEqualTo(ending));
  }

  private void assertProgress(PaymentRef payment, PayerProgress payerProgress) {
    assertThat(provider.read(payment))
        .isInstanceOfSatisfying(
            ProviderReading.Waiting.class,
            waiting -> assertThat(waiting.payerProgress()).isEqualTo(payerProgress));
  }
}
