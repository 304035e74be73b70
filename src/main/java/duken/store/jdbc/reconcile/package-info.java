/** Reconciliation in a database reached through JDBC. */
package duken.store.jdbc.reconcile;
