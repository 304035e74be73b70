/** A cashier's session and the telephone it belongs to. */
package duken.provider.cashier.session;
