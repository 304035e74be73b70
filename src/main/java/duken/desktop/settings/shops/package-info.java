/** The shops of this PC's own engine. */
package duken.desktop.settings.shops;
