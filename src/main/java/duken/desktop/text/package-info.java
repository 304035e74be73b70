/** The window's words in Russian, Kazakh and English, switched at once and without restart. */
package duken.desktop.text;
