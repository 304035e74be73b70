/** What the bank says of payments and refunds. */
package duken.provider.cashier.payment;
