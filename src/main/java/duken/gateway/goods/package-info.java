/** Goods over HTTP, for windows. */
package duken.gateway.goods;
