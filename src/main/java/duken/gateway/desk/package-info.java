/** What a cashier's window and the owner of the data folder ask, {@code /desk/v1}. */
package duken.gateway.desk;
