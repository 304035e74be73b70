/** The sections of the settings that only the owner needs. */
package duken.desktop.settings.owner;
