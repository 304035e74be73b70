/** How everything is kept: in an H2 file, or in PostgreSQL for many desks. */
package duken.store.jdbc;
