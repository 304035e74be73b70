/** Keys of a shop. */
package duken.desktop.settings.keys;
