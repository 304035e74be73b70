/** Lists, searches, counts and sums. */
package duken.store.jdbc.search;
