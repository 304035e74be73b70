/** The front that every provider stands behind. One provider knows nothing of another. */
package duken.provider;
