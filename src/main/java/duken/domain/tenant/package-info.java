/** Shops and their keys. */
package duken.domain.tenant;
