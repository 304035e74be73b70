package duken.provider.kaspipay.account;

import duken.provider.account.ProviderVault;
import duken.provider.account.ShopAccounts;
import java.util.Optional;

/**
 * The contracts of all shops. A cash desk's own name outlives its contract, so that the bank knows
 * it again.
 */
public final class KaspiPayAccounts extends ShopAccounts<KaspiPayAccount> {

  private static final String DEVICE = "device";

  public KaspiPayAccounts(ProviderVault vault) {
    super(vault, "kaspi-pay");
  }

  /** The cash desk's name that was made for this shop once. */
  public Optional<String> device(long tenantId) {
    return vault().load(tenantId, DEVICE);
  }

  /** Keeps the cash desk's name. */
  public void keepDevice(long tenantId, String name) {
    vault().save(tenantId, DEVICE, name);
  }

  @Override
  protected String write(KaspiPayAccount account) {
    return KaspiPayAccountText.write(account);
  }

  @Override
  protected KaspiPayAccount read(String text) {
    return KaspiPayAccountText.read(text);
  }
}
