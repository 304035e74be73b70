/** What sections of the settings are built of. */
package duken.desktop.settings.form;
