/** Names and phones of customers, wherever they are kept, and how they are let go of. */
package duken.store.privacy;
