package duken.engine.admin;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Phone;
import duken.provider.BankSignIn;
import duken.provider.BankSignIn.Account;
import duken.provider.Connection;
import duken.provider.SignInOutcome;
import duken.provider.SignInOutcome.CodeSent;
import duken.provider.SignInOutcome.Connected;
import duken.provider.SignInOutcome.Stopped;
import duken.provider.SignInOutcome.Trouble;
import duken.provider.SignInOutcome.WrongCode;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an owner connects a shop's own account at the bank and sees how it stands. Open invoices
 * outlive a lost session: they go on as soon as the account is connected again.
 */
public final class BankConnectionService {

  private static final Logger LOG = LoggerFactory.getLogger(BankConnectionService.class);
  private static final String NOTICE = "bank.notice.";

  private final Store store;
  private final Optional<BankSignIn> signIn;
  private final LongConsumer connected;
  private final InstantSource clock;

  /**
   * @param signIn how accounts are connected; empty when no provider wants it
   * @param connected is told a shop's id when its bank has answered and may be asked again; returns
   *     at once
   */
  public BankConnectionService(
      Store store, Optional<BankSignIn> signIn, LongConsumer connected, InstantSource clock) {
    this.store = store;
    this.signIn = signIn;
    this.connected = connected;
    this.clock = clock;
  }

  /**
   * How a shop's account stands.
   *
   * @param provider short name, or null when this engine has no provider that wants a sign-in
   * @param connection {@code connected}, {@code not_configured} or {@code signed_out}
   * @param trouble lower-case word, or null
   * @param place of the shop, or null
   */
  public record Standing(
      String provider,
      String connection,
      String trouble,
      Holder account,
      Line line,
      SignIn signIn,
      ShopLocation place) {}

  /**
   * Whose account it is.
   *
   * @param organization the shop as the bank knows it, or null
   * @param phone of the cashier, or null
   * @param connectedAt UTC, or null
   */
  public record Holder(String organization, Phone phone, Instant connectedAt) {}

  /**
   * How the bank answers.
   *
   * @param answered whether the bank answered when it was last asked about this account
   * @param clockSkew how far this computer's clock is behind the bank's
   */
  public record Line(boolean answered, Duration clockSkew) {}

  /**
   * How far a sign-in is.
   *
   * @param ownersNumber whether the owner's own number was used, not a cashier's
   * @param noticeAccepted whether the owner accepted what this provider is
   */
  public record SignIn(
      boolean ownersNumber, boolean noticeAccepted, boolean codeAwaited, Duration smsWait) {}

  /**
   * How a step of the sign-in went.
   *
   * @param word {@code code_sent}, {@code wrong_code}, {@code connected} or {@code stopped}
   * @param trouble lower-case word when stopped, or null
   * @param bankCode the bank's own code, or null
   * @param bankText the bank's own words for the human, or null
   */
  public record Step(String word, String trouble, String bankCode, String bankText) {}

  /** How the account stands, as far as is known. */
  public Standing standing(long tenantId) {
    return signIn
        .map(provider -> standing(tenantId, provider, provider.account(tenantId)))
        .orElseGet(() -> nothing(tenantId));
  }

  /**
   * How the account stands, the bank being asked. Blocks meanwhile.
   *
   * @throws DomainRefusal NOT_SUPPORTED_BY_PROVIDER
   */
  public Standing probe(long tenantId) {
    BankSignIn provider = provider();
    Account account = provider.probe(tenantId);
    if (account.connection() == Connection.CONNECTED && account.answered()) {
      connected.accept(tenantId);
    }
    return standing(tenantId, provider, account);
  }

  /**
   * Has the bank send an SMS code.
   *
   * @param acceptsNotice whether the owner accepts now what this provider is
   * @throws DomainRefusal VALIDATION on {@code accept_notice} when he never did,
   *     NOT_SUPPORTED_BY_PROVIDER
   */
  public Step sendCode(long tenantId, Phone phone, boolean acceptsNotice) {
    BankSignIn provider = provider();
    if (acceptsNotice) {
      accept(tenantId);
    } else if (!isAccepted(tenantId)) {
      throw DomainRefusal.field("accept_notice", Complaint.of("accept_notice"));
    }
    return step(tenantId, provider.sendCode(tenantId, phone));
  }

  /**
   * Goes on with the code the human typed.
   *
   * @throws DomainRefusal NOT_SUPPORTED_BY_PROVIDER
   */
  public Step enterCode(long tenantId, String code) {
    Step step = step(tenantId, provider().enterCode(tenantId, code));
    if ("connected".equals(step.word())) {
      String provider = provider().provider();
      store.write(
          tx -> {
            tx.liveProviders().put(tenantId, provider, clock.instant());
            return null;
          });
      connected.accept(tenantId);
    }
    return step;
  }

  /** Forgets a sign-in that waits for its code. */
  public void cancel(long tenantId) {
    signIn.ifPresent(provider -> provider.cancel(tenantId));
  }

  /**
   * Forgets the session. Open invoices stay open and wait for the next one.
   *
   * @throws DomainRefusal NOT_SUPPORTED_BY_PROVIDER
   */
  public Standing disconnect(long tenantId) {
    provider().disconnect(tenantId);
    LOG.info("shop {} disconnected from its bank", tenantId);
    return standing(tenantId);
  }

  /** Remembers where the shop is; null forgets it. */
  public Standing place(long tenantId, ShopLocation place) {
    ShopLocation.keep(store, tenantId, place);
    return standing(tenantId);
  }

  private Step step(long tenantId, SignInOutcome outcome) {
    return switch (outcome) {
      case CodeSent(String text) -> new Step("code_sent", null, null, text);
      case WrongCode() -> new Step("wrong_code", null, null, null);
      case Connected _ -> {
        LOG.info("shop {} connected to its bank", tenantId);
        yield new Step("connected", null, null, null);
      }
      case Stopped(Trouble trouble, String code, String text) -> {
        LOG.info("shop {}: the sign-in stopped: {}", tenantId, trouble.word());
        yield new Step("stopped", trouble.word(), code, text);
      }
    };
  }

  private Standing standing(long tenantId, BankSignIn provider, Account account) {
    return new Standing(
        provider.provider(),
        account.connection().name().toLowerCase(Locale.ROOT),
        account.trouble() == null ? null : account.trouble().word(),
        new BankConnectionService.Holder(
            account.organization(), account.phone(), account.connectedAt()),
        new BankConnectionService.Line(account.answered(), account.clockSkew()),
        new BankConnectionService.SignIn(
            account.signIn().ownersNumber(),
            isAccepted(tenantId),
            account.signIn().codeAwaited(),
            account.signIn().smsWait()),
        ShopLocation.of(store, tenantId).orElse(null));
  }

  private Standing nothing(long tenantId) {
    return new Standing(
        null,
        "not_configured",
        null,
        new BankConnectionService.Holder(null, null, null),
        new BankConnectionService.Line(true, Duration.ZERO),
        new BankConnectionService.SignIn(false, isAccepted(tenantId), false, Duration.ZERO),
        ShopLocation.of(store, tenantId).orElse(null));
  }

  private BankSignIn provider() {
    return signIn.orElseThrow(
        () -> DomainRefusal.of(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER));
  }

  private boolean isAccepted(long tenantId) {
    return store.read(tx -> tx.storedSettings().get(NOTICE + tenantId)).isPresent();
  }

  private void accept(long tenantId) {
    store.write(
        tx -> {
          tx.storedSettings().put(NOTICE + tenantId, clock.instant().toString());
          return null;
        });
  }
}
