package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.provider.PaymentProvider;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a QR that ran out by the next beneath the same invoice (cashier sheet, section 8), not
 * sooner and not oftener than {@link QrRenewalPace} allows. Whoever calls holds the invoice's turn.
 */
final class QrRenewal {

  private static final Logger LOG = LoggerFactory.getLogger(QrRenewal.class);

  private final Store store;
  private final PaymentInitiation paymentInitiation;
  private final PaymentResultRecorder paymentResultRecorder;
  private final InstantSource clock;

  QrRenewal(
      Store store,
      PaymentInitiation paymentInitiation,
      PaymentResultRecorder paymentResultRecorder,
      InstantSource clock) {
    this.store = store;
    this.paymentInitiation = paymentInitiation;
    this.paymentResultRecorder = paymentResultRecorder;
    this.clock = clock;
  }

  /**
   * What followed.
   *
   * @param opened the next operation, or null when it waits or there is none
   * @param pause until the next one, or null
   */
  record Step(Invoice invoice, Opened opened, Duration pause) {}

  /** The invoice's operation ended unpaid, as the bank says with {@code word}. */
  Step next(PaymentProvider provider, Invoice invoice, BankOperation ended, String word) {
    Instant now = clock.instant();
    List<BankOperation> operations = store.read(tx -> tx.operations().of(invoice.id()));
    Optional<Duration> pause = QrRenewalPace.pause(operations, now);
    if (pause.isEmpty()) {
      LOG.warn("invoice {}: the bank discards every QR at once; given up", invoice.id());
      return new Step(paymentResultRecorder.discarded(invoice, ended, word), null, null);
    }
    boolean atOnce = pause.get().isZero();
    PaymentResultRecorder.Renewed next =
        paymentResultRecorder.renewed(invoice, ended, word, atOnce);
    if (atOnce) {
      Opened opened = paymentInitiation.open(provider, next.invoice(), next.operation(), false);
      return new Step(opened.invoice(), opened, null);
    }
    LOG.info(
        "invoice {}: the bank discarded its QR too early; the next one in {} s",
        invoice.id(),
        pause.get().toSeconds());
    return new Step(next.invoice(), null, pause.get());
  }

  /** How long the newest of these, which waits, is not to be opened yet. */
  static Duration pauseLeft(Invoice invoice, List<BankOperation> operations, Instant now) {
    return invoice.kind() == PaymentKind.QR && operations.size() > 1
        ? Duration.between(now, QrRenewalPace.notBefore(operations))
        : Duration.ZERO;
  }
}
