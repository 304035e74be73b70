/**
 * Lists of goods in files: read as 1C and Excel write them, and written so that they can be read.
 */
package duken.desktop.goods.exchange;
