/** Reads requests strictly, and says why one is refused. */
package duken.simulator.cashier.request;
