/** What a bank calls us with, and what its proof is worth. */
package duken.provider.callback;
