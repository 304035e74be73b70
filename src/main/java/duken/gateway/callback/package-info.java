/** Where banks call: public, without a key; who calls is verified by the engine. */
package duken.gateway.callback;
