/** Decides what happens next: creates, settles, watches, refunds, recovers. */
package duken.engine;
