/**
 * The provider through a cashier's own session. Unofficial and for the merchant's own account only;
 * everything the bank may change is a setting (cashier sheet, "Read this first").
 */
package duken.provider.cashier;
