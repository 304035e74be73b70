/** What a bank itself lists of a shop's payments and returns. */
package duken.provider.history;
