/** Signs a shop's own cashier in. */
package duken.provider.cashier.signin;
