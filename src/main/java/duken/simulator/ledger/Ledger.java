package duken.simulator.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Every operation of the bank, in memory. What ran out is found when somebody looks. */
public final class Ledger {

  private static final String USUAL_SOURCE = "GOLD";

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, LedgerOperation> operations = new LinkedHashMap<>();
  private final Map<Long, String> sources = new ConcurrentHashMap<>();
  private final BankTime time;
  private final Supplier<Deadlines> deadlines;
  private final Payers payers;

  private long nextId;

  /**
   * @param deadlines asked at every look, so that they can be changed
   */
  public Ledger(BankTime time, Supplier<Deadlines> deadlines, Payers payers) {
    this.time = time;
    this.deadlines = deadlines;
    this.payers = payers;
    // As at a real bank, no number comes twice, also not after the simulator was started again.
    this.nextId = time.business().getEpochSecond() * 1_000 + 1;
  }

  public LedgerOperation createQr(String profile, long tiyn) {
    return create(Kind.QR, profile, tiyn, "", "", "", Words.QR_CREATED);
  }

  public LedgerOperation createBill(
      String profile, long tiyn, String phone, String comment, String payer) {
    return create(Kind.BILL, profile, tiyn, phone, comment, payer, Words.BILL_CREATED);
  }

  /**
   * Somebody pays to the shop's sticker: money that no call has asked for.
   *
   * @param source the bank's word for what it was paid from, {@code GOLD}
   */
  public LedgerOperation sticker(String profile, long tiyn, String source) {
    if (tiyn <= 0) {
      throw new IllegalArgumentException("a payment is more than nothing");
    }
    LedgerOperation operation = createQr(profile, tiyn);
    sources.put(operation.id(), source);
    return pay(operation.id());
  }

  /** The bank's word for what an operation was paid from. */
  public String source(long id) {
    return sources.getOrDefault(id, USUAL_SOURCE);
  }

  /** What the customer of an operation pays from. */
  public void source(long id, String word) {
    sources.put(id, word);
  }

  /** An operation of one profile: others' do not exist for it. */
  public Optional<LedgerOperation> find(String profile, long id) {
    return look(id).filter(operation -> operation.profile().equals(profile));
  }

  /**
   * Any operation.
   *
   * @throws IllegalArgumentException when there is none
   */
  public LedgerOperation get(long id) {
    return look(id).orElseThrow(() -> new IllegalArgumentException("there is no operation " + id));
  }

  /** Operations that match, newest first. */
  public List<LedgerOperation> list(Predicate<LedgerOperation> matching) {
    return locked(
        () -> {
          Instant now = time.business();
          operations.replaceAll((_, operation) -> deadlines.get().settle(operation, now));
          return operations.values().stream().filter(matching).toList().reversed();
        });
  }

  /** Sets a status word, whatever it is; a scan and a payment leave their time. */
  public LedgerOperation set(long id, String word) {
    return change(id, operation -> operation.to(word, time.business()));
  }

  /** Sets a word on the condition that the operation allows it; the operation as it then stands. */
  public LedgerOperation setIf(long id, Predicate<LedgerOperation> condition, String word) {
    return change(
        id,
        operation -> condition.test(operation) ? operation.to(word, time.business()) : operation);
  }

  /** The customer opens the payment. */
  public LedgerOperation scan(long id) {
    return change(
        id,
        operation ->
            named(operation)
                .to(
                    operation.kind() == Kind.QR ? Words.QR_WAIT : operation.status(),
                    time.business()));
  }

  /** The customer pays, also after the end of the operation. */
  public LedgerOperation pay(long id) {
    return change(id, operation -> named(operation).to(Words.PAID, time.business()));
  }

  /** The customer pays, and the bank takes another sum than it was asked for. */
  public LedgerOperation pay(long id, long tiyn) {
    if (tiyn <= 0) {
      throw new IllegalArgumentException("a payment is more than nothing");
    }
    return change(id, operation -> named(operation).taking(tiyn).to(Words.PAID, time.business()));
  }

  public LedgerOperation decline(long id) {
    return change(
        id,
        operation ->
            operation.to(
                operation.kind() == Kind.QR ? Words.QR_DECLINED : Words.BILL_DECLINED,
                time.business()));
  }

  /** The time runs out now. */
  public LedgerOperation expire(long id) {
    return change(id, operation -> operation.to(ending(operation), time.business()));
  }

  /**
   * Gives money back.
   *
   * @throws IllegalStateException when there is less left, or it was never paid
   */
  public LedgerOperation.Return giveBack(long id, long tiyn, boolean fromPhone) {
    return change(
            id,
            operation -> {
              if (tiyn <= 0 || tiyn > operation.returnable()) {
                throw new IllegalStateException(
                    "%d of %d tiyn can go back"
                        .formatted(operation.returnable(), operation.tiyn()));
              }
              return operation.with(
                  new LedgerOperation.Return(nextId++, tiyn, time.business(), fromPhone));
            })
        .returns()
        .getLast();
  }

  private static String ending(LedgerOperation operation) {
    if (operation.kind() == Kind.BILL) {
      return Words.EXPIRED;
    }
    return Words.isScanned(operation.status()) ? Words.QR_NOT_CONFIRMED : Words.QR_DISCARDED;
  }

  private LedgerOperation named(LedgerOperation operation) {
    return operation.customer().payer().isEmpty()
        ? operation.by(payers.ofScan(operation.id()))
        : operation;
  }

  private LedgerOperation create(
      Kind kind,
      String profile,
      long tiyn,
      String phone,
      String comment,
      String payer,
      String word) {
    return locked(
        () -> {
          LedgerOperation operation =
              new LedgerOperation(
                  nextId++,
                  profile,
                  kind,
                  tiyn,
                  new LedgerOperation.Customer(phone, comment, payer),
                  word,
                  new LedgerOperation.Times(time.business(), null, null),
                  List.of());
          operations.put(operation.id(), operation);
          return operation;
        });
  }

  private Optional<LedgerOperation> look(long id) {
    return locked(
        () ->
            Optional.ofNullable(
                operations.computeIfPresent(
                    id, (_, operation) -> deadlines.get().settle(operation, time.business()))));
  }

  private LedgerOperation change(long id, UnaryOperator<LedgerOperation> change) {
    return locked(
        () -> {
          LedgerOperation changed = change.apply(get(id));
          operations.put(id, changed);
          return changed;
        });
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
