package duken.provider.marketplace;

import java.net.URI;

/**
 * How a shop is known to the marketplace.
 *
 * @param base of the API, without a slash at the end
 * @param token of the header {@code X-Auth-Token}; secret
 * @param shop value of the header {@code X-Merchant-Uid}, or null
 */
public record MarketplaceAccount(URI base, String token, String shop) {

  @Override
  public String toString() {
    return "MarketplaceAccount[" + base + "]";
  }
}
