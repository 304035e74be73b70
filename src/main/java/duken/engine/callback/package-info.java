/** Takes what a provider that calls us has proven, and has it settled. */
package duken.engine.callback;
