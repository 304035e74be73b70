/** What a sale looks like to the customer, and sounds like to the cashier. */
package duken.desktop.till.echo;
