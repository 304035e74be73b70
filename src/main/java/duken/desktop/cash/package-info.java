/** Cash at the counter: taking it with change, putting it in and out, counting it. */
package duken.desktop.cash;
