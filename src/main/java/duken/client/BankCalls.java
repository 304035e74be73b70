package duken.client;

import duken.api.BankJson;
import duken.api.desk.BankApi;

/** Calls about a shop's own account at the bank. */
final class BankCalls implements BankApi {

  private final EngineCalls calls;
  private final Patience patience;
  private final String prefix;

  /**
   * @param prefix path of the account
   */
  BankCalls(EngineCalls calls, Patience patience, String prefix) {
    this.calls = calls;
    this.patience = patience;
    this.prefix = prefix;
  }

  @Override
  public BankJson.Status status() {
    return to("").get(BankJson.Status.class);
  }

  @Override
  public BankJson.Status probe() {
    return to("/probe").within(patience.acting()).post(BankJson.Status.class);
  }

  @Override
  public BankJson.Step sendCode(BankJson.SignIn signIn) {
    return to("/sign-in").within(patience.signingIn()).sending(signIn).post(BankJson.Step.class);
  }

  @Override
  public BankJson.Step enterCode(String code) {
    return to("/sign-in/code")
        .within(patience.signingIn())
        .sending(new BankJson.Code(code))
        .post(BankJson.Step.class);
  }

  @Override
  public void cancelSignIn() {
    to("/sign-in").send("DELETE");
  }

  @Override
  public BankJson.Status disconnect() {
    return to("/disconnect").post(BankJson.Status.class);
  }

  @Override
  public BankJson.Status place(BankJson.Place place) {
    return to("/place").sending(place).post(BankJson.Status.class);
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(prefix + path).within(patience.reading());
  }
}
