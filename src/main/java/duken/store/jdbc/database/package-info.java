/** The two databases: dialect, durability of commits, locks, failures. */
package duken.store.jdbc.database;
