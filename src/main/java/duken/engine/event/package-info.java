/** What the engine writes into the event log beside the lives of invoices. */
package duken.engine.event;
