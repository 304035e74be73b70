/**
 * Tells the owner of a shop what happens at the till while he is elsewhere. Follows the event log
 * with a cursor of its own and sends from a queue, so that no sale ever waits for it.
 */
package duken.notice;
