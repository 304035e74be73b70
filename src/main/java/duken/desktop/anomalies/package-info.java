/** Money that did not behave as the till expected, and what a person can do about it. */
package duken.desktop.anomalies;
