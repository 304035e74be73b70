/** The window turned to the customer. */
package duken.desktop.customer;
