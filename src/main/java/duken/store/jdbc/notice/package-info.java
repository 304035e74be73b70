/** The tables of what the owner is told. */
package duken.store.jdbc.notice;
