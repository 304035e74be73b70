/** The practice bank: no network, no account, a small durable ledger and every mood of a bank. */
package duken.provider.sandbox;
