/** How an owner connects a shop to a provider, and where a provider keeps what is secret. */
package duken.provider.account;
