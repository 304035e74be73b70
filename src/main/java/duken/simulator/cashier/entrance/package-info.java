/** The sign-in pages of the fake bank. */
package duken.simulator.cashier.entrance;
