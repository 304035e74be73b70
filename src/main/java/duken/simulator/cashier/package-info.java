/** The bank as a cashier's phone sees it: sign-in, signed calls, ten payment endpoints. */
package duken.simulator.cashier;
