/**
 * Connecting a shop to a provider by contract: a form of values, a question to the provider, words.
 */
package duken.desktop.contract;
