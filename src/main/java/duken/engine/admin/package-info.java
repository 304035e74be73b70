/** What an owner sets up: shops, keys, accounts at the bank, catalog, webhooks. */
package duken.engine.admin;
