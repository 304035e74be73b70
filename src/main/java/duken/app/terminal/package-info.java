/** What a command is started from, and how it answers. */
package duken.app.terminal;
