/**
 * The run of the window that the installer's ahead-of-time cache is made from: one sale in training
 * mode, and a look at every screen.
 */
package duken.desktop.aot;
