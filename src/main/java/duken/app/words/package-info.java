/** What the program says before its first window is open, in the three languages. */
package duken.app.words;
