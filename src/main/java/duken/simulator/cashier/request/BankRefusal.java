package duken.simulator.cashier.request;

import java.time.Instant;

/**
 * Why a call was refused.
 *
 * @param path of the call
 * @param breach whether the caller broke the wire contract; false: a right call the bank declines,
 *     such as a wrong code, a dead token or a refund over the sum
 * @param check what was looked at: {@code X-Sign}, {@code MAC}, {@code cookie}
 * @param why in words, without phones, tokens, keys or codes
 */
public record BankRefusal(Instant at, String path, boolean breach, String check, String why) {}
