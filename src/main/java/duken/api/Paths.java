package duken.api;

public final class Paths {

  /** The public contract. */
  public static final String API = "/api/v1";

  /** What only a cashier's window needs. */
  public static final String DESK = "/desk/v1";

  /** Public pay pages: {@code /pay/{token}}. */
  public static final String PAY = "/pay";

  /** Public QR pictures: {@code /qr/{token}.png}. */
  public static final String QR = "/qr";

  /** Banks' own calls: {@code /callbacks/epay/{reference}/post} and {@code /failure}. */
  public static final String CALLBACKS = "/callbacks";

  private Paths() {}
}
