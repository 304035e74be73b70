/** The data folder, its settings and its log. */
package duken.app.folder;
