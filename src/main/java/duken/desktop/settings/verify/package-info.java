/** Code with which the shop's program checks what the till sends. */
package duken.desktop.settings.verify;
