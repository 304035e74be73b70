/** The event log in a database reached through JDBC. */
package duken.store.jdbc.event;
