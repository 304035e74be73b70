/** What is kept of the people at the counter. */
package duken.store.staff;
