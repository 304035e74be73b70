/**
 * Sending money back: a sheet that asks how much and why, says the sum again, and tells plainly how
 * it ended, also when nobody knows yet.
 */
package duken.desktop.refund;
