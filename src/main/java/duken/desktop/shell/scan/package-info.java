/** Tells a barcode scanner from a hand. */
package duken.desktop.shell.scan;
