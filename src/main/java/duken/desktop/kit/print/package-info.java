/** Puts what the window draws on the paper of the system's printer. */
package duken.desktop.kit.print;
