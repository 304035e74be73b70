/** What is stored of buyers on a marketplace. */
package duken.store.jdbc.marketplace;
