/** The commands about a shop's account at the bank. */
package duken.app.bank;
