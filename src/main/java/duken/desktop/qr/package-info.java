/** QR codes as pictures on the screen. */
package duken.desktop.qr;
