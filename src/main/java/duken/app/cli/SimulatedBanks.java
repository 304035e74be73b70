package duken.app.cli;

import duken.app.terminal.UserError;
import duken.simulator.BankSimulator;
import duken.simulator.SimulatorOptions;
import duken.simulator.epay.EpayOptions;
import duken.simulator.epay.EpaySimulator;
import duken.simulator.kaspipay.BankShop;
import duken.simulator.kaspipay.KaspiPaySimulator;
import duken.simulator.marketplace.MarketplaceSimulator;
import duken.simulator.smartpos.TerminalSimulator;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The banks that can be simulated, one line each. */
enum SimulatedBanks {
  CASHIER("cashier", (options, clock) -> cashier(BankSimulator.start(options, clock))),
  SMART_POS(
      "smart-pos", (options, clock) -> smartPos(TerminalSimulator.start(options.port(), clock))),
  KASPI_PAY(
      "kaspi-pay",
      (options, clock) ->
          kaspiPay(KaspiPaySimulator.start(options.port(), BankShop.standard(), clock))),
  EPAY(
      "epay",
      (options, clock) -> epay(EpaySimulator.start(options.port(), EpayOptions.standard(), clock))),
  MARKETPLACE(
      "marketplace",
      (options, clock) -> marketplace(MarketplaceSimulator.start(options.port(), clock)));

  private final String name;
  private final Starter starter;

  SimulatedBanks(String name, Starter starter) {
    this.name = name;
    this.starter = starter;
  }

  @FunctionalInterface
  interface Starter {
    /**
     * Starts it.
     *
     * @throws IOException when the port is taken
     */
    Running start(SimulatorOptions options, Clock clock) throws IOException;
  }

  interface Running extends AutoCloseable {

    /** Where it listens, the bank itself under {@code url}; in the order to be printed. */
    Map<String, String> addresses();

    @Override
    void close();

    static Running of(Map<String, String> addresses, Runnable end) {
      return new Running() {
        @Override
        public Map<String, String> addresses() {
          return addresses;
        }

        @Override
        public void close() {
          end.run();
        }
      };
    }
  }

  /**
   * The bank of this name.
   *
   * @throws UserError when there is none
   */
  static SimulatedBanks named(String name) {
    return Arrays.stream(values())
        .filter(it -> it.name.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.badInput(
                    "--bank: there is no bank called \"%s\" to simulate; try: %s."
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(it -> it.name)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * Starts it.
   *
   * @throws IOException when the port is taken
   */
  Running start(SimulatorOptions options, Clock clock) throws IOException {
    return starter.start(options, clock);
  }

  private static Running smartPos(TerminalSimulator terminal) {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("url", terminal.url().toString());
    addresses.put("screen", terminal.page().toString());
    return Running.of(addresses, terminal::close);
  }

  private static Running cashier(BankSimulator bank) {
    return Running.of(Map.of("url", bank.url().toString()), bank::close);
  }

  private static Running kaspiPay(KaspiPaySimulator bank) {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("url", bank.base("r1").toString());
    addresses.put("r2", bank.base("r2").toString());
    addresses.put("r3", bank.base("r3").toString());
    addresses.put("plain", bank.plain("r1").toString());
    addresses.put("page", bank.page().toString());
    addresses.put("api-key", bank.shop().apiKey());
    addresses.put("bin", bank.shop().bin());
    return Running.of(addresses, bank::close);
  }

  private static Running epay(EpaySimulator bank) {
    return Running.of(Map.of("url", bank.url().toString()), bank::close);
  }

  private static Running marketplace(MarketplaceSimulator shop) {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("url", shop.url().toString());
    addresses.put("screen", shop.page().toString());
    return Running.of(addresses, shop::close);
  }

  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      Arrays.stream(values()).map(it -> it.name).forEach(this::add);
    }
  }
}
