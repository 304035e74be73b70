package duken.provider.sandbox;

import duken.domain.Capability;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.Phone;
import duken.provider.Connection;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.Pace;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.history.OperationHistory;
import duken.provider.sandbox.SandboxPayment.Returned;
import duken.provider.sandbox.SandboxPayment.Stage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of the practice bank. It can do everything, and it can have bad days. */
public final class SandboxProvider implements PaymentProvider {

  /** The name that is stored with training invoices. */
  public static final String NAME = "sandbox";

  private static final Logger LOG = LoggerFactory.getLogger(SandboxProvider.class);
  private static final Pace PACE = new Pace(8, Duration.ofSeconds(1), Duration.ofSeconds(1));
  private static final int BULK = 100;

  private final SandboxBank bank;
  private final SandboxMoods moods;
  private final InstantSource clock;

  /** A provider to {@code bank}. */
  public SandboxProvider(SandboxBank bank, InstantSource clock) {
    this.bank = bank;
    this.clock = clock;
    this.moods = new SandboxMoods(clock);
  }

  /** The customer's phone that goes with this bank. */
  public SandboxPhone phone() {
    return new SandboxPhone(bank, moods, clock);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Connection connection(long tenantId) {
    return Connection.CONNECTED;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public int bulk() {
    return BULK;
  }

  @Override
  public void onHint(LongConsumer listener) {
    bank.onChange(listener);
  }

  @Override
  public Optional<OperationHistory> history() {
    return Optional.of(new SandboxHistory(bank, moods::isSilent));
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    return told(request.tenantId(), () -> new Accepted<>(opened(bank.open(request))));
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    if (moods.isSilent(payment.tenantId())) {
      return new ProviderReading.Silent("no_answer", false, null);
    }
    try {
      // What is not in the books cannot be paid: a ledger that was deleted took its payments along.
      return bank.find(payment.operationId())
          .map(SandboxProvider::reading)
          .orElseGet(() -> new ProviderReading.Ended(Ending.FAILED, "not_in_the_books"));
    } catch (UncheckedIOException e) {
      LOG.error("the practice bank cannot read its books", e);
      return new ProviderReading.Silent("books_unreadable", false, null);
    }
  }

  @Override
  public Lookup find(PaymentRequest request) {
    if (moods.isSilent(request.tenantId())) {
      return new Lookup.Unsure("no_answer");
    }
    return bank.findByMark(request.mark())
        .<Lookup>map(payment -> new Lookup.Found(opened(payment)))
        .orElseGet(Lookup.Absent::new);
  }

  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    return told(
        payment.tenantId(),
        () ->
            bank.withdraw(payment.operationId())
                .filter(after -> after.stage() == Stage.ENDED)
                .<ProviderReply<Withdrawn>>map(_ -> new Accepted<>(new Withdrawn()))
                .orElseGet(() -> new Declined<>("already_paid", null, Why.REFUSED)));
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    return told(request.payment().tenantId(), () -> giveBack(request));
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    if (moods.isSilent(request.payment().tenantId())) {
      return new RefundReading.Silent("no_answer");
    }
    return bank.find(request.payment().operationId())
        .flatMap(payment -> payment.returned(request.refundId()))
        .<RefundReading>map(back -> new RefundReading.Done(receipt(back)))
        .orElseGet(RefundReading.NotFound::new);
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    if (moods.isSilent(tenantId)) {
      return new Declined<>("no_answer", null, Why.NOT_SENT);
    }
    return new Accepted<>(new PayerName(PayerNames.of(phone.national())));
  }

  /** What the books say, in the words of a bank. */
  static ProviderReading reading(SandboxPayment payment) {
    String word = payment.stage().name().toLowerCase(Locale.ROOT);
    return switch (payment.stage()) {
      case WAITING -> new ProviderReading.Waiting(PayerProgress.WAITING, false, word, null);
      case SCANNED -> new ProviderReading.Waiting(PayerProgress.SCANNED, false, word, null);
      case CONFIRMING -> new ProviderReading.Waiting(PayerProgress.CONFIRMING, false, word, null);
      case PAID ->
          new ProviderReading.Paid(
              payment.paidAt(),
              Money.ofTiyn(payment.terms().amount()),
              payment.payerName(),
              Money.ofTiyn(payment.returnedSum()),
              word);
      case ENDED -> new ProviderReading.Ended(payment.ending(), word);
    };
  }

  private ProviderReply<RefundReceipt> giveBack(RefundRequest request) {
    if (moods.refusesRefund(request.payment().tenantId())) {
      return new Declined<>("refund_refused", null, Why.REFUSED);
    }
    Optional<Returned> given =
        bank.change(request.payment().operationId(), payment -> giving(payment, request))
            .flatMap(payment -> payment.returned(request.refundId()));
    return given
        .<ProviderReply<RefundReceipt>>map(back -> new Accepted<>(receipt(back)))
        .orElseGet(() -> new Declined<>("refund_not_possible", null, Why.REFUSED));
  }

  private Optional<SandboxPayment> giving(SandboxPayment payment, RefundRequest request) {
    if (payment.returned(request.refundId()).isPresent()) {
      return Optional.of(payment);
    }
    long left = payment.terms().amount() - payment.returnedSum();
    if (payment.stage() != Stage.PAID || request.amount().tiyn() > left) {
      return Optional.empty();
    }
    String bankId = "SBX-R-" + request.refundId();
    Returned back =
        new Returned(request.refundId(), bankId, request.amount().tiyn(), clock.instant());
    return Optional.of(payment.give(back, clock.instant()));
  }

  private <T> ProviderReply<T> told(long tenantId, Supplier<ProviderReply<T>> work) {
    if (moods.isSilent(tenantId)) {
      return new Declined<>("no_network", null, Why.NOT_SENT);
    }
    try {
      ProviderReply<T> reply = work.get();
      return moods.losesAnswer(tenantId) ? new Unknown<>("timeout") : reply;
    } catch (UncheckedIOException e) {
      LOG.error("the practice bank cannot write its books", e);
      return new Unknown<>("books_unwritable");
    }
  }

  private static OpenedPayment opened(SandboxPayment payment) {
    return new OpenedPayment(payment.operationId(), null, null, payment.terms().until());
  }

  private static RefundReceipt receipt(Returned back) {
    return new RefundReceipt(back.bankId(), true);
  }
}
