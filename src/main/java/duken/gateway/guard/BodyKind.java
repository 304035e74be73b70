package duken.gateway.guard;

import duken.gateway.problem.Problem;

/** What a call may carry, and how much of it (gateway contract, sections 1 and 11.4). */
public enum BodyKind {
  /** Nearly everything. */
  JSON("application/json", 1024 * 1024, Problem.PAYLOAD_TOO_LARGE),

  /** What a pay page's buttons send. */
  PAGE_FORM("application/x-www-form-urlencoded", 16 * 1024, Problem.PAYLOAD_TOO_LARGE),

  /** What a bank sends when it calls: of any type, since nobody documents it. */
  CALLBACK(null, 64 * 1024, Problem.PAYLOAD_TOO_LARGE),

  /** A picture of 5,242,880 bytes, and room for the form around it. */
  PICTURE("multipart/form-data", 5 * 1024 * 1024 + 64 * 1024, Problem.FILE_TOO_LARGE);

  private final String mediaType;
  private final int largest;
  private final Problem tooLarge;

  BodyKind(String mediaType, int largest, Problem tooLarge) {
    this.mediaType = mediaType;
    this.largest = largest;
    this.tooLarge = tooLarge;
  }

  /** What the call has to say it is, or null when that does not matter. */
  String mediaType() {
    return mediaType;
  }

  /** The most bytes that are read. */
  public int largest() {
    return largest;
  }

  /** What more bytes are answered with. */
  public Problem tooLarge() {
    return tooLarge;
  }
}
