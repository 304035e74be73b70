/** Takes names and phones of customers out of the tables. */
package duken.store.jdbc.privacy;
