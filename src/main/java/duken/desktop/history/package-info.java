/** What was sold: the list with its filters and sums, and one sale with its life. */
package duken.desktop.history;
