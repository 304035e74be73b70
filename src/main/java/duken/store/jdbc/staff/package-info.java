/** The people at the counter, in a database. */
package duken.store.jdbc.staff;
