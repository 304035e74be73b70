/** The till: the amount, today's payments, the tiles of open sales. */
package duken.desktop.till;
