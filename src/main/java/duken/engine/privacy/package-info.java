/** When names and phones of customers are let go of, and what will go next. */
package duken.engine.privacy;
