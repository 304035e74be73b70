/** The calm line about a newer version. */
package duken.desktop.updates;
