/** The signed calls of the cashier session and the forms of their fields. */
package duken.provider.cashier.wire;
