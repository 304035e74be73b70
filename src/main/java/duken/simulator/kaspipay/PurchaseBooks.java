package duken.simulator.kaspipay;

import duken.simulator.ledger.BankTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The bank's books: cash desks and purchases; those in time end by themselves. */
final class PurchaseBooks {

  static final Duration SCAN = Duration.ofSeconds(180);
  static final Duration CONFIRM = Duration.ofSeconds(65);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BILL = Duration.ofHours(24);

  private final BankTime time;
  private final Map<Long, Purchase> purchases = new LinkedHashMap<>();
  private final Map<Long, Deque<Instant>> reads = new HashMap<>();
  private final Map<String, String> devices = new LinkedHashMap<>();

  /** The trade point of every token there ever was. */
  private final Map<String, Long> points = new HashMap<>();

  private long last = 700_000_000;
  private long lastToken = 40_000_000;

  PurchaseBooks(BankTime time) {
    this.time = time;
  }

  /** The token of a cash desk; the same arguments give the same. */
  synchronized String register(String device, long point, boolean numeric) {
    String token =
        devices.computeIfAbsent(
            device + "@" + point,
            _ -> numeric ? Long.toString(++lastToken) : UUID.randomUUID().toString());
    points.put(token, point);
    return token;
  }

  /** Whether this name is at another trade point. */
  synchronized boolean isElsewhere(String device, long point) {
    return devices.keySet().stream()
        .anyMatch(it -> it.startsWith(device + "@") && !it.equals(device + "@" + point));
  }

  synchronized boolean knows(String token) {
    return devices.containsValue(token);
  }

  /** Whether both cash desks stand, or stood, at one trade point. */
  synchronized boolean isSamePoint(String token, String other) {
    return points.getOrDefault(token, 0L).equals(points.getOrDefault(other, 0L));
  }

  synchronized void forget(String token) {
    devices.values().remove(token);
  }

  synchronized void forgetDevices() {
    devices.clear();
  }

  synchronized Purchase create(
      String kind, String scheme, String device, BigDecimal amount, String phone) {
    long id = ++last;
    String payload =
        kind.equals("link") ? "https://pay.kaspi.kz/pay/" + id + "0017" : "2026010100000000" + id;
    String word = kind.equals("bill") ? "RemotePaymentCreated" : "QrTokenCreated";
    Purchase it =
        new Purchase(
            id,
            new Purchase.Terms(kind, scheme, device, amount, payload, phone, time.business()),
            word,
            BigDecimal.ZERO,
            null,
            0);
    purchases.put(id, it);
    return it;
  }

  synchronized Optional<Purchase> find(long id) {
    return Optional.ofNullable(purchases.get(id)).map(this::ended);
  }

  synchronized Optional<Purchase> read(long id) {
    reads.computeIfAbsent(id, _ -> new ArrayDeque<>()).add(time.business());
    return find(id).map(it -> put(it.read()));
  }

  /** How often the status was asked for within the last minute. */
  synchronized int readsOfLastMinute(long id) {
    Instant since = time.business().minus(MINUTE);
    Deque<Instant> of = reads.getOrDefault(id, new ArrayDeque<>());
    of.removeIf(at -> at.isBefore(since));
    return of.size();
  }

  synchronized Purchase set(long id, String word) {
    return put(purchases.get(id).now(word, time.business()));
  }

  synchronized Purchase giveBack(long id, BigDecimal sum) {
    return put(purchases.get(id).returned(sum));
  }

  synchronized List<Purchase> all() {
    List<Purchase> all = new ArrayList<>();
    List.copyOf(purchases.keySet()).forEach(id -> all.add(find(id).orElseThrow()));
    return all.reversed();
  }

  private Purchase put(Purchase it) {
    purchases.put(it.id(), it);
    return it;
  }

  private Purchase ended(Purchase it) {
    Instant now = time.business();
    boolean over =
        switch (it.status()) {
          case "QrTokenCreated" -> now.isAfter(it.terms().createdAt().plus(SCAN));
          case "Wait" -> now.isAfter(it.waitAt().plus(CONFIRM));
          case "RemotePaymentCreated" -> now.isAfter(it.terms().createdAt().plus(BILL));
          default -> false;
        };
    return over ? put(it.now("Error", now)) : it;
  }
}
