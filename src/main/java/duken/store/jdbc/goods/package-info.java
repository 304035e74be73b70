/** Goods in the tables of the catalog. */
package duken.store.jdbc.goods;
