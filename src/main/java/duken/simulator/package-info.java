/**
 * A fake bank on this computer: a real HTTP server that checks what a strict bank would check. An
 * independent witness, written from the protocol sheet; it knows nothing of the other packages.
 */
package duken.simulator;
