/** A shop's contract with the bank: scheme, credentials, trade point, registered cash desk. */
package duken.provider.kaspipay.account;
