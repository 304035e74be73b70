/** The front that every road to a bank stands behind. One road knows nothing of another. */
package duken.provider;
