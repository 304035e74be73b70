/** Rows and the records they stand for. */
package duken.store.jdbc.row;
