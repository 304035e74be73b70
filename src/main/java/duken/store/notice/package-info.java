/** What the owner is told off the till, and what is still to be sent. */
package duken.store.notice;
