package duken.simulator.cashier;

/** Where the calls of the cashier's bank live; the three hosts' paths do not collide. */
public final class CashierPaths {

  /** The three steps of the entrance; a fault may name one: {@code STEP + "#phone"}. */
  public static final String STEP = "/api/v1/entrance/step";

  /** Gives the last answer of a sign-in again (section 3.2). */
  public static final String LAST_RESPONSE = "/api/v1/entrance/lastresponse";

  public static final String FINISH = "/api/v1/kpentrance/finish";
  public static final String ORG_CONTEXT = "/v08/organizations/org-context-otp";
  public static final String SIGN_IN_LITE = "/v03/auth/sign-in-lite";
  public static final String QR_CREATE = "/v01/qr-token/create";
  public static final String QR_STATUS = "/v02/kaspi-qr/status";
  public static final String CLIENT_INFO = "/v01/remote/client-info";
  public static final String BILL_CREATE = "/v01/remote/create";
  public static final String BILL_DETAILS = "/v02/remote/details";
  public static final String BILL_CANCEL = "/v01/remote/cancel";
  public static final String BILL_HISTORY = "/v01/remote/history";
  public static final String HISTORY = "/v02/history/operations";
  public static final String DETAILS = "/v01/kaspi-qr/operations/details";
  public static final String RETURN = "/v01/kaspi-qr/history-pos-return";

  private CashierPaths() {}
}
