package duken.gateway.desk;

import duken.api.BankJson;
import duken.engine.admin.BankConnectionService.Standing;
import duken.engine.admin.BankConnectionService.Step;
import duken.engine.admin.ShopLocation;
import duken.gateway.contract.Wire;

/** Turns what is known of a shop's account at the bank into what people are told. */
public final class BankToJson {

  private static final int ALMOST_A_SECOND = 999;

  private BankToJson() {}

  /**
   * How the account stands.
   *
   * @param reachable whether questions about payments are answered
   */
  public static BankJson.Status status(Standing standing, boolean reachable) {
    ShopLocation place = standing.place();
    return new BankJson.Status(
        standing.provider(),
        standing.connection(),
        standing.trouble(),
        new BankJson.Account(
            standing.account().organization(),
            standing.account().phone() == null ? null : standing.account().phone().toString(),
            Wire.time(standing.account().connectedAt())),
        new BankJson.Line(
            reachable && standing.line().answered(), standing.line().clockSkew().toSeconds()),
        new BankJson.SignInState(
            standing.signIn().ownersNumber(),
            standing.signIn().noticeAccepted(),
            standing.signIn().codeAwaited(),
            standing.signIn().smsWait().plusMillis(ALMOST_A_SECOND).toSeconds()),
        new BankJson.Place(
            place == null ? null : place.latitude().toPlainString(),
            place == null ? null : place.longitude().toPlainString()));
  }

  /** How a step went, and how the account stands after it. */
  public static BankJson.Step step(Step step, Standing standing, boolean reachable) {
    return new BankJson.Step(
        step.word(), step.trouble(), step.bankCode(), step.bankText(), status(standing, reachable));
  }
}
