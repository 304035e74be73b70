/** A fake of the bank's official API, written from its sheet alone. Loopback only. */
package duken.simulator.kaspipay;
