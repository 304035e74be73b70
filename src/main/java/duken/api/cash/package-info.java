/** Cash as a window sees it. */
package duken.api.cash;
