/**
 * The shop's own account at the bank: how it stands, connecting it in three steps, and the choice
 * between training and real money.
 */
package duken.desktop.bank;
