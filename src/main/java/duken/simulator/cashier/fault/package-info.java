/** Everything that can go wrong with the fake bank. */
package duken.simulator.cashier.fault;
