/**
 * The Smart POS terminals of a shop: pairing in three steps, renewed certificates, this desk's own.
 */
package duken.desktop.terminal;
