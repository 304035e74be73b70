/**
 * The command line, the settings, the data folder, and the one place where packages are wired
 * together by hand. Nobody imports this room.
 */
package duken.app;
