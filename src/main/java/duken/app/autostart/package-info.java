/** Has the window open when the person logs in, in the way of each system. */
package duken.app.autostart;
