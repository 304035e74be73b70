/** A shift's report as a file: what it holds, and how each kind of file writes it. */
package duken.desktop.shift.export;
