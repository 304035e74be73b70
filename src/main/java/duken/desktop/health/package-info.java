/** How bank, computer and program are, on one page, in plain words, each with a next step. */
package duken.desktop.health;
