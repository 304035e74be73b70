/** Goods as the shop's own windows keep them. */
package duken.engine.goods;
