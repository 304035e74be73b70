/** Copies of the database file, proven to be readable. */
package duken.store.jdbc.backup;
