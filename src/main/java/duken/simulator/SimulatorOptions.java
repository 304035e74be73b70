package duken.simulator;

import duken.simulator.cashier.fault.Behaviour;

/**
 * How a simulator starts.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param behaviour to begin with; it can be changed while the bank runs
 */
public record SimulatorOptions(int port, Behaviour behaviour) {

  /** A free port, both signature profiles, the SMS code 1234. */
  public static SimulatorOptions standard() {
    return new SimulatorOptions(0, Behaviour.standard());
  }

  /** The same on another port. */
  public SimulatorOptions onPort(int other) {
    return new SimulatorOptions(other, behaviour);
  }

  /** The same with one field of its {@link Behaviour} changed. */
  public SimulatorOptions with(String field, Object value) {
    return new SimulatorOptions(port, behaviour.with(field, value));
  }
}
