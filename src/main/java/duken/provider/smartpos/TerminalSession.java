package duken.provider.smartpos;

import duken.provider.smartpos.wire.ReplyReader;
import duken.provider.smartpos.wire.TerminalCalls;
import duken.provider.smartpos.wire.TerminalReply;
import duken.provider.smartpos.wire.TerminalReply.Done;
import duken.provider.smartpos.wire.TerminalReply.NoAnswer;
import duken.provider.smartpos.wire.TerminalReply.Refused;
import duken.provider.smartpos.wire.TerminalReply.Stranger;
import duken.provider.smartpos.wire.TerminalReply.TokenRefused;
import duken.provider.smartpos.wire.TerminalReply.Unpaired;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A shop's conversation with one terminal: one call at a time, tokens refreshed in time, and the
 * terminal proven to be the paired one before anything else is said (Smart POS, sections 2 and 3).
 */
final class TerminalSession {

  private static final Duration REFRESHED_BEFORE = Duration.ofMinutes(30);

  private final long tenantId;
  private final String till;
  private final Pairings pairings;
  private final SmartPosSettings settings;
  private final InstantSource clock;
  private final RefreshLimit limit;

  /** One call at a time, and nothing is started while another start is under way. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private Pairing pairing;
  private TerminalCalls calls;
  private boolean proven;
  private volatile String trouble;
  private volatile String strange;
  private volatile boolean reachable = true;

  TerminalSession(
      long tenantId,
      String till,
      Pairings pairings,
      SmartPosSettings settings,
      InstantSource clock) {
    this.tenantId = tenantId;
    this.till = till;
    this.pairings = pairings;
    this.settings = settings;
    this.clock = clock;
    this.limit = new RefreshLimit(clock);
  }

  /** Held over a whole start, so that the look into the journal and the call are one. */
  ReentrantLock lock() {
    return lock;
  }

  /** What is in the way, or null. */
  String trouble() {
    return trouble;
  }

  /** Fingerprint of another certificate that is shown, or null. */
  String strange() {
    return strange;
  }

  boolean isReachable() {
    return reachable;
  }

  /** Forgets what is remembered of the pairing: it was changed. */
  void renewed() {
    lock.lock();
    try {
      if (calls != null) {
        calls.close();
      }
      calls = null;
      pairing = null;
      proven = false;
      trouble = null;
      strange = null;
    } finally {
      lock.unlock();
    }
  }

  /** Makes a call with the shop's token. */
  TerminalReply call(String call, Map<String, String> parameters) {
    lock.lock();
    try {
      TerminalReply reply = ready() ? proven(call, parameters) : new Unpaired();
      note(reply);
      return reply;
    } finally {
      lock.unlock();
    }
  }

  private boolean ready() {
    if (pairing == null) {
      pairing = pairings.of(tenantId, till).orElse(null);
    }
    if (pairing == null || pairing.tokens() == null) {
      return false;
    }
    if (calls == null) {
      calls =
          new TerminalCalls(
              pairing.address(), pairing.pin(), settings.connectTimeout(), settings.callTimeout());
    }
    return true;
  }

  private TerminalReply proven(String call, Map<String, String> parameters) {
    boolean asks = call.equals("deviceinfo");
    if (!proven || asks) {
      TerminalReply who = authorized("deviceinfo", Map.of());
      switch (who) {
        case Done(var data) -> {
          if (!identify(
              ReplyReader.text(data, "terminalId"), ReplyReader.text(data, "serialNum"))) {
            return new Stranger("other_terminal_with_this_certificate");
          }
        }
        case Refused _ -> {
          // A terminal at work may not tell who it is; it is asked again before the next call.
        }
        case NoAnswer(String code) when !asks -> {
          // What was wanted has not left: nothing of it can have begun.
          return new TerminalReply.NotSent(code);
        }
        default -> {
          return who;
        }
      }
      if (asks) {
        return who;
      }
    }
    return authorized(call, parameters);
  }

  private boolean identify(String id, String serial) {
    if (differs(pairing.terminalId(), id) || differs(pairing.serial(), serial)) {
      return false;
    }
    if (pairing.terminalId() == null || pairing.serial() == null) {
      keep(
          pairing.identified(
              id == null ? pairing.terminalId() : id, serial == null ? pairing.serial() : serial));
    }
    proven = true;
    return true;
  }

  private TerminalReply authorized(String call, Map<String, String> parameters) {
    boolean due = !clock.instant().isBefore(pairing.tokens().expiresAt().minus(REFRESHED_BEFORE));
    if (due && pairing.older() == null && limit.take()) {
      Optional<TerminalReply> failed = refresh(true);
      if (failed.isPresent()) {
        return failed.get();
      }
    }
    TerminalReply reply = send(call, parameters);
    if (!(reply instanceof TokenRefused)) {
      return reply;
    }
    if (!limit.take()) {
      return new Unpaired();
    }
    Optional<TerminalReply> failed = refresh(false);
    if (failed.isPresent()) {
      return failed.get();
    }
    TerminalReply again = send(call, parameters);
    return again instanceof TokenRefused ? new Unpaired() : again;
  }

  private TerminalReply send(String call, Map<String, String> parameters) {
    TerminalReply reply =
        calls.get(call, parameters, pairing.tokens().access(), pairing.terminalId());
    boolean taken = reply instanceof Done || reply instanceof Refused;
    if (taken && pairing.older() != null) {
      keep(pairing.with(pairing.tokens(), null));
    }
    return reply;
  }

  /**
   * Asks for a new pair of tokens; on disk before it is used.
   *
   * @param early whether the present ones may still be good
   * @return why the call that wanted it cannot go on; empty when it can
   */
  private Optional<TerminalReply> refresh(boolean early) {
    TerminalReply reply = revoke();
    if (reply instanceof NoAnswer) {
      // The terminal may have changed them: the old access token tells, then the same once more.
      if (early) {
        TerminalReply old =
            calls.get("deviceinfo", Map.of(), pairing.tokens().access(), pairing.terminalId());
        if (old instanceof Done || old instanceof Refused) {
          return Optional.empty();
        }
      }
      reply = limit.take() ? revoke() : reply;
    }
    return switch (reply) {
      case Done(var data) -> {
        Optional<Tokens> fresh = Tokens.of(data);
        if (fresh.isEmpty()) {
          yield Optional.of(dead());
        }
        keep(pairing.with(fresh.get(), pairing.tokens()));
        yield Optional.empty();
      }
      case Refused _, TokenRefused _ -> Optional.of(dead());
      case NoAnswer(String code) -> Optional.of(new TerminalReply.NotSent("refresh_" + code));
      case TerminalReply.NotSent _, Stranger _, Unpaired _ -> Optional.of(reply);
    };
  }

  private TerminalReply revoke() {
    return calls.get(
        "revoke",
        Map.of("name", pairing.till(), "refreshToken", pairing.tokens().refresh()),
        pairing.tokens().access(),
        pairing.terminalId());
  }

  private TerminalReply dead() {
    keep(pairing.with(null, null));
    return new Unpaired();
  }

  private void keep(Pairing changed) {
    pairings.save(tenantId, changed);
    pairing = changed;
  }

  private void note(TerminalReply reply) {
    strange = calls == null ? null : calls.strange();
    switch (reply) {
      case Done _, Refused _ -> {
        reachable = true;
        trouble = null;
      }
      case Stranger(String what) -> {
        proven = false;
        reachable = false;
        trouble = what;
      }
      case Unpaired _ -> trouble = "pair_again";
      case TokenRefused _ -> trouble = "pair_again";
      case TerminalReply.NotSent _ -> {
        reachable = false;
        proven = false;
        trouble = "unreachable";
      }
      case NoAnswer _ -> {
        reachable = false;
        trouble = "unreachable";
      }
    }
  }

  private static boolean differs(String known, String told) {
    return known != null && told != null && !known.equals(told);
  }
}
