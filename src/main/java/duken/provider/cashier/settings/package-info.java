/** What may change at the bank without notice, and the keys its protocol needs. */
package duken.provider.cashier.settings;
