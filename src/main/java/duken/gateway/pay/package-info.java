/** What customers see: the pay page and the QR picture. */
package duken.gateway.pay;
