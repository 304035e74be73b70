/** The one OkHttp set-up that providers share: what was surely not sent, what was lost. */
package duken.provider.http;
