/** Returns money, and settles what behaved oddly. */
package duken.engine.refund;
