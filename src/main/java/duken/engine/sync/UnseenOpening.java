package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.engine.runtime.CommitSignal;
import duken.engine.settlement.Settlement;
import duken.engine.sync.Opened.Outcome;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.ProviderReply;
import duken.store.Store;
import duken.store.Store.Tx;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Opens payments that nobody sees before the bank's answer ({@link PaymentProvider#opensUnseen}):
 * the bank is asked first, and what it opened is written together with its invoice. Whoever crashes
 * within {@link #SOON_MILLIS} leaves nothing behind that could be paid; a bank that takes longer is
 * waited for with the intent written down (decision record 0017).
 */
public final class UnseenOpening {

  /** About as long as H2 takes to write what nobody waits for. */
  private static final long SOON_MILLIS = 300;

  private final Store store;
  private final Settlement settlement;
  private final CommitSignal commitSignal;
  private final PaymentInitiation initiation;
  private final Consumer<Invoice> answered;

  /**
   * @param answered is told that the bank spoke about an invoice, before that is written down
   */
  public UnseenOpening(
      Store store,
      Settlement settlement,
      CommitSignal commitSignal,
      PaymentInitiation initiation,
      Consumer<Invoice> answered) {
    this.store = store;
    this.settlement = settlement;
    this.commitSignal = commitSignal;
    this.initiation = initiation;
    this.answered = answered;
  }

  /** A question to the bank that is under way, or answered. */
  public static final class Question {

    private final CompletableFuture<ProviderReply<OpenedPayment>> reply;

    private Question(Supplier<ProviderReply<OpenedPayment>> call) {
      reply = CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }

    /** The answer, if it comes soon; after that the intent is better written down. */
    public Optional<ProviderReply<OpenedPayment>> soon() {
      return Optional.ofNullable(
          joined(reply.copy().completeOnTimeout(null, SOON_MILLIS, TimeUnit.MILLISECONDS)));
    }

    /** The answer, whenever it comes. */
    public ProviderReply<OpenedPayment> answer() {
      return joined(reply);
    }

    private static <T> T joined(CompletableFuture<T> future) {
      try {
        return future.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      }
    }
  }

  /** Asks the bank about an invoice that is written down nowhere yet. */
  public Question ask(PaymentProvider provider, Invoice fresh, String mark) {
    return new Question(() -> provider.open(initiation.request(fresh, intended(0, fresh, mark))));
  }

  /**
   * Writes down the invoice and what the bank has opened for it.
   *
   * @param also is done in the same transaction, with the invoice as it was stored
   */
  public Opened keep(
      Invoice fresh, String mark, OpenedPayment payment, BiConsumer<Tx, Invoice> also) {
    answered.accept(fresh);
    Opened opened =
        store.write(
            tx -> {
              Invoice invoice =
                  settlement.insertOpened(
                      tx,
                      fresh,
                      payment.bankSide(fresh.bank().provider()),
                      PaymentInitiation.WAITING);
              also.accept(tx, invoice);
              BankOperation operation =
                  tx.operations().insert(payment.of(intended(invoice.id(), fresh, mark)));
              return new Opened(Outcome.OPEN, invoice, operation);
            });
    commitSignal.signal();
    return opened;
  }

  private static BankOperation intended(long invoiceId, Invoice fresh, String mark) {
    return BankOperation.intended(invoiceId, 1, mark, fresh.revision().createdAt());
  }
}
