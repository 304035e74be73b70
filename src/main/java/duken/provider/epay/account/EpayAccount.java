package duken.provider.epay.account;

import duken.security.AddressBlock;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A shop's QR terminal at the provider (ePay sheet, section 1). Secret as a whole.
 *
 * @param apiBase without a slash at the end
 * @param oauth the token's whole address
 * @param link for pay links, or null without them
 */
public record EpayAccount(
    String clientId,
    String clientSecret,
    String terminalId,
    URI apiBase,
    URI oauth,
    Callbacks callbacks,
    LinkAccess link) {

  /**
   * How the provider calls, and how it shows that it is the provider.
   *
   * @param callbackBase public address of this engine, without a slash at the end
   * @param webhookSecret for signatures of callbacks, or null
   * @param bearer fixed token of callbacks, or null
   * @param allowed addresses callbacks may come from; empty for any
   * @param reference random, stands for the shop in callback addresses
   * @param hashKey random, what the secret hash of each payment is made of
   */
  public record Callbacks(
      URI callbackBase,
      String webhookSecret,
      String bearer,
      List<AddressBlock> allowed,
      String reference,
      String hashKey) {

    public Callbacks {
      Objects.requireNonNull(reference);
      Objects.requireNonNull(hashKey);
      allowed = List.copyOf(allowed);
    }

    @Override
    public String toString() {
      return "Callbacks[]";
    }
  }

  public EpayAccount {
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(clientSecret);
    Objects.requireNonNull(terminalId);
    Objects.requireNonNull(callbacks);
  }

  /** Whether a callback can prove that it comes from the provider (ePay sheet, section 6.1). */
  public boolean hasStrongLayer() {
    return callbacks.webhookSecret() != null || callbacks.bearer() != null;
  }

  /** Where the provider calls about a payment. */
  public String callback(String word) {
    return callbacks.callbackBase() + "/callbacks/epay/" + callbacks.reference() + "/" + word;
  }

  @Override
  public String toString() {
    return "EpayAccount[]";
  }

  /** What the invoice link of ePay wants beside the terminal (ePay sheet, section 9). */
  public record LinkAccess(String shopId, String username, String password) {
    @Override
    public String toString() {
      return "LinkAccess[]";
    }
  }
}
