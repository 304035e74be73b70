/** Smart POS terminals of Kaspi through their local API (sheet kaspi-smart-pos.md). */
package duken.provider.smartpos;
