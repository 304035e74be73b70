package duken.simulator.kaspipay;

import java.util.Map;

/**
 * The one merchant that the fake bank knows.
 *
 * @param tradePoints name by number
 */
public record BankShop(String apiKey, String bin, Map<Long, String> tradePoints) {

  /** One trade point. */
  public static BankShop standard() {
    return new BankShop(
        "test_0f0e0d0c-0b0a-4908-8706-050403020100", "990140000123", Map.of(4021L, "Дүкен №1"));
  }
}
