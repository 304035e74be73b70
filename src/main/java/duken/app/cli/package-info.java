/** The other commands. */
package duken.app.cli;
