package duken.provider.sandbox;

import duken.provider.PaymentRequest;
import duken.provider.ProviderReading.Ending;
import duken.provider.sandbox.SandboxPayment.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The practice bank's books: a ledger in its own folder that survives a crash like a real bank's
 * would. Nothing is acknowledged, and nothing is told, before it is on the disk.
 */
public final class SandboxBank implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxBank.class);
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int LINES_WORTH_COMPACTING = 2_000;
  private static final long FIRST_ID = 9_000_000_000L;

  /** Guards every change of the books; not held while the disk is waited for. */
  private final ReentrantLock books = new ReentrantLock();

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, String> byMark = new ConcurrentHashMap<>();
  private final Map<Long, String> newestByInvoice = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Path path;

  /** Replaced under {@code books} when its file was rewritten. */
  private volatile SandboxJournal journal;

  /** Lines in the file. Guarded by {@code books}. */
  private int lines;

  private volatile LongConsumer listener = _ -> {};

  /** A payment and the number of the line that says so. */
  private record Entry(SandboxPayment payment, long line) {}

  private SandboxBank(Path path, InstantSource clock) throws IOException {
    this.clock = clock;
    this.path = path;
    journal = SandboxJournal.open(path, this::load);
    compactIfWorthIt();
  }

  /**
   * Opens the books in {@code folder}, which is made if needed.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static SandboxBank open(Path folder, InstantSource clock) {
    try {
      Files.createDirectories(folder);
      return new SandboxBank(folder.resolve("ledger.jsonl"), clock);
    } catch (IOException e) {
      throw new UncheckedIOException("the practice bank's books cannot be opened", e);
    }
  }

  SandboxPayment open(PaymentRequest request) {
    return settled(
        locked(
            () -> {
              Instant now = clock.instant();
              String id = freshId(request.invoiceId());
              String payer =
                  request.customer().phone() == null ? id : request.customer().phone().national();
              return write(
                  new SandboxPayment(
                      id,
                      new SandboxPayment.Terms(
                          request.tenantId(),
                          request.invoiceId(),
                          request.amount().tiyn(),
                          request.mark(),
                          now,
                          request.life().expiresAt()),
                      Stage.WAITING,
                      null,
                      null,
                      PayerNames.of(payer),
                      null,
                      List.of(),
                      now));
            }));
  }

  /** A payment as of now: what time alone has brought about is written down before it is told. */
  Optional<SandboxPayment> find(String operationId) {
    Entry entry = entries.get(operationId);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.payment().asOf(clock.instant()) == entry.payment()) {
      return Optional.of(settled(entry));
    }
    return change(operationId, Optional::of);
  }

  Optional<SandboxPayment> findByMark(String mark) {
    return Optional.ofNullable(byMark.get(mark)).flatMap(this::find);
  }

  Optional<SandboxPayment> newestOf(long invoiceId) {
    return Optional.ofNullable(newestByInvoice.get(invoiceId)).flatMap(this::find);
  }

  /**
   * Changes a payment as of now.
   *
   * @return empty when there is no such payment or {@code change} declines; the books stay
   */
  Optional<SandboxPayment> change(
      String operationId, Function<SandboxPayment, Optional<SandboxPayment>> change) {
    Optional<Entry> changed =
        locked(
            () -> {
              Entry entry = entries.get(operationId);
              if (entry == null) {
                return Optional.empty();
              }
              SandboxPayment asOfNow = entry.payment().asOf(clock.instant());
              Optional<SandboxPayment> wanted = change.apply(asOfNow);
              SandboxPayment result = wanted.orElse(asOfNow);
              Entry after = result.equals(entry.payment()) ? entry : write(result);
              return wanted.map(_ -> after);
            });
    return changed.map(this::settled);
  }

  /** Who is told that something has happened to an invoice's payment. */
  void onChange(LongConsumer newListener) {
    listener = newListener;
  }

  void tell(long invoiceId) {
    listener.accept(invoiceId);
  }

  SandboxPayment walkIn(long tenantId, long amount, Instant at) {
    return settled(locked(() -> write(SandboxPayment.sticker(freshId(0), tenantId, amount, at))));
  }

  List<SandboxPayment> all() {
    return entries.values().stream().map(Entry::payment).toList();
  }

  /** How many payments are remembered. */
  int size() {
    return entries.size();
  }

  /** Ends an unpaid payment because the shop withdrew it. */
  Optional<SandboxPayment> withdraw(String operationId) {
    return change(
        operationId,
        payment ->
            payment.stage().isOpen()
                ? Optional.of(payment.ended(Ending.WITHDRAWN, clock.instant()))
                : Optional.of(payment));
  }

  @Override
  public void close() {
    try {
      journal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Forgets payments that were over before {@code before}, and rewrites the books when most of them
   * is about forgotten ones.
   *
   * @throws UncheckedIOException when the books cannot be written
   */
  public void forget(Instant before) {
    locked(
        () -> {
          List<SandboxPayment> old =
              entries.values().stream()
                  .map(Entry::payment)
                  .filter(payment -> !payment.asOf(clock.instant()).stage().isOpen())
                  .filter(payment -> payment.changedAt().isBefore(before))
                  .toList();
          for (SandboxPayment payment : old) {
            entries.remove(payment.operationId());
            byMark.remove(payment.terms().mark(), payment.operationId());
            newestByInvoice.remove(payment.terms().invoiceId(), payment.operationId());
          }
          compactIfWorthIt();
          return null;
        });
  }

  private void compactIfWorthIt() {
    if (lines > LINES_WORTH_COMPACTING && lines > 2 * entries.size()) {
      compact();
    }
  }

  private void compact() {
    try {
      journal.close();
      List<SandboxPayment> kept =
          entries.values().stream()
              .map(Entry::payment)
              .sorted(
                  Comparator.comparing(
                      (SandboxPayment sandboxPayment) -> sandboxPayment.terms().openedAt()))
              .toList();
      SandboxJournal.rewrite(path, kept.stream().map(JSON::writeValueAsString));
      lines = kept.size();
      entries.replaceAll((_, entry) -> new Entry(entry.payment(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("the practice bank's books cannot be rewritten", e);
    } finally {
      reopen();
    }
  }

  private void reopen() {
    try {
      journal = SandboxJournal.open(path, _ -> {});
    } catch (IOException e) {
      throw new UncheckedIOException("the practice bank's books cannot be opened", e);
    }
  }

  private void load(String line) {
    lines++;
    try {
      remember(new Entry(JSON.readValue(line, SandboxPayment.class), 0));
    } catch (JacksonException _) {
      LOG.warn("a line of the practice bank's books is unreadable and was skipped");
    }
  }

  private Entry write(SandboxPayment payment) {
    Entry entry = new Entry(payment, journal.write(JSON.writeValueAsString(payment)));
    lines++;
    remember(entry);
    return entry;
  }

  private void remember(Entry entry) {
    SandboxPayment payment = entry.payment();
    entries.put(payment.operationId(), entry);
    byMark.put(payment.terms().mark(), payment.operationId());
    newestByInvoice.merge(
        payment.terms().invoiceId(),
        payment.operationId(),
        (old, fresh) ->
            entries.get(old).payment().terms().openedAt().isAfter(payment.terms().openedAt())
                ? old
                : fresh);
  }

  private SandboxPayment settled(Entry entry) {
    journal.settle(entry.line());
    return entry.payment();
  }

  private String freshId(long invoiceId) {
    long id = FIRST_ID + invoiceId;
    while (entries.containsKey(Long.toString(id))) {
      id += 1_000_000;
    }
    return Long.toString(id);
  }

  private <T> T locked(Supplier<T> work) {
    books.lock();
    try {
      return work.get();
    } finally {
      books.unlock();
    }
  }
}
