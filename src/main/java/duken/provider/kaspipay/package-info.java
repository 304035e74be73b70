/**
 * The bank's official Kaspi Pay API, schemes r1, r2 and r3 (Kaspi Pay sheet). Needs a contract of
 * the shop with the bank.
 */
package duken.provider.kaspipay;
