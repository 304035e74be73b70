/** Tells of newer versions; fetches and installs none. */
package duken.app.updates;
