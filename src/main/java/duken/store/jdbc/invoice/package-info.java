/** The tables of money. */
package duken.store.jdbc.invoice;
