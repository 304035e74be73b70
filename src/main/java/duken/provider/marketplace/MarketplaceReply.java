package duken.provider.marketplace;

import tools.jackson.databind.JsonNode;

/** What became of one call. */
sealed interface MarketplaceReply {

  /** HTTP 200 with an object. */
  record Success(JsonNode body) implements MarketplaceReply {}

  /** 401 or 403: the token is worth nothing. */
  record Unauthorized() implements MarketplaceReply {}

  /** Another answer below 500: it was not done. */
  record Refused(int status) implements MarketplaceReply {}

  /** 429: too often, nothing was done. */
  record Busy() implements MarketplaceReply {}

  /** The server failed; whether anything was done, nobody knows. */
  record Failed(int status) implements MarketplaceReply {}

  /** The request never left. */
  record NotSent() implements MarketplaceReply {}

  /** It left, and no answer came or none that can be read. */
  record Lost() implements MarketplaceReply {}
}
