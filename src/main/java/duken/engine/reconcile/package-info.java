/** Lays the bank's own list beside our books, line by line, and carries out what is decided. */
package duken.engine.reconcile;
