package duken.engine;

import duken.domain.PaymentKind;
import duken.engine.Watched.Lane;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The open QRs that customers probably stand before now: the newest ones of each lane, as many as a
 * shop has tills. Not thread-safe.
 */
final class ScreenQrs {

  private static final int TILLS = 3;

  private static final Comparator<Watched> NEWEST_FIRST =
      Comparator.comparing((Watched it) -> it.createdAt)
          .thenComparing(it -> it.invoiceId)
          .reversed();

  private final Map<Lane, NavigableSet<Watched>> open = new HashMap<>();

  void add(Watched it) {
    if (it.kind == PaymentKind.QR) {
      open.computeIfAbsent(it.lane, _ -> new TreeSet<>(NEWEST_FIRST)).add(it);
    }
  }

  void remove(Watched it) {
    open.computeIfPresent(
        it.lane,
        (_, all) -> {
          all.remove(it);
          return all.isEmpty() ? null : all;
        });
  }

  Set<Watched> of(Lane lane) {
    NavigableSet<Watched> all = open.get(lane);
    return all == null ? Set.of() : all.stream().limit(TILLS).collect(Collectors.toSet());
  }
}
