/** Cash in tables. */
package duken.store.jdbc.cash;
