/** How this counter sells, in the settings. */
package duken.desktop.settings.counter;
