package duken.engine.poll;

import duken.domain.PaymentKind;
import duken.engine.poll.PolledInvoice.ProviderSession;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The open QRs that customers probably stand before now: the newest ones of each session, as many
 * as a shop has tills. Not thread-safe.
 */
final class ScreenQrs {

  private static final int TILLS = 3;

  private static final Comparator<PolledInvoice> NEWEST_FIRST =
      Comparator.comparing((PolledInvoice it) -> it.createdAt)
          .thenComparing(it -> it.invoiceId)
          .reversed();

  private final Map<ProviderSession, NavigableSet<PolledInvoice>> open = new HashMap<>();

  void add(PolledInvoice it) {
    if (it.kind == PaymentKind.QR) {
      open.computeIfAbsent(it.providerSession, _ -> new TreeSet<>(NEWEST_FIRST)).add(it);
    }
  }

  void remove(PolledInvoice it) {
    open.computeIfPresent(
        it.providerSession,
        (_, all) -> {
          all.remove(it);
          return all.isEmpty() ? null : all;
        });
  }

  Set<PolledInvoice> of(ProviderSession providerSession) {
    NavigableSet<PolledInvoice> all = open.get(providerSession);
    return all == null ? Set.of() : all.stream().limit(TILLS).collect(Collectors.toSet());
  }
}
