/** Handing a pay link to the customer: clipboard, e-mail, messenger, paper. */
package duken.desktop.link;
