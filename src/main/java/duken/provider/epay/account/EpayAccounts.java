package duken.provider.epay.account;

import duken.provider.account.ProviderVault;
import duken.provider.account.ShopAccounts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The terminals of all shops. */
public final class EpayAccounts extends ShopAccounts<EpayAccount> {

  private final Supplier<List<Long>> shops;

  /**
   * @param shops every shop there is
   */
  public EpayAccounts(ProviderVault vault, Supplier<List<Long>> shops) {
    super(vault, "epay");
    this.shops = shops;
  }

  /** The shop that this reference in callback addresses stands for. */
  public Optional<Long> tenant(String reference) {
    return shops.get().stream()
        .filter(id -> of(id).filter(it -> it.callbacks().reference().equals(reference)).isPresent())
        .findFirst();
  }

  @Override
  protected String write(EpayAccount account) {
    return EpayAccountText.write(account);
  }

  @Override
  protected EpayAccount read(String text) {
    return EpayAccountText.read(text);
  }
}
