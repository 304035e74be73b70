/** The one OkHttp set-up that roads to a bank share: what was surely not sent, what was lost. */
package duken.provider.http;
