package duken.client;

import duken.api.DeskJson;
import duken.api.Paths;
import duken.api.cash.CashApi;
import duken.api.cash.CashJson;
import duken.api.cash.CashJson.Operation;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Cash over the wire. */
final class CashCalls implements CashApi {

  private static final TypeReference<DeskJson.ListOf<Operation>> ROWS = new TypeReference<>() {};

  private final EngineCalls calls;

  CashCalls(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public CashJson.Standing standing() {
    return to("").get(CashJson.Standing.class);
  }

  @Override
  public CashJson.Standing change(CashJson.Settings settings) {
    return to("").sending(settings).put(CashJson.Standing.class);
  }

  @Override
  public Operation sell(CashJson.Sale sale, String key) {
    return note("/sales", sale, key);
  }

  @Override
  public Operation refund(CashJson.Refund refund, String key) {
    return note("/refunds", refund, key);
  }

  @Override
  public Operation putIn(CashJson.Move move, String key) {
    return note("/in", move, key);
  }

  @Override
  public Operation takeOut(CashJson.Move move, String key) {
    return note("/out", move, key);
  }

  @Override
  public Operation count(CashJson.Count count, String key) {
    return note("/count", count, key);
  }

  @Override
  public CashJson.Expected expected() {
    return to("/expected").post(CashJson.Expected.class);
  }

  @Override
  public CashJson.Part ofInvoice(long invoiceId) {
    return to("/invoices/" + invoiceId).get(CashJson.Beside.class).part();
  }

  @Override
  public Operation giveBack(long invoiceId) {
    return to("/invoices/" + invoiceId + "/return").post(Operation.class);
  }

  @Override
  public List<Operation> list(boolean sales, long before) {
    return to("/operations")
        .with("sales", sales ? 1 : 0)
        .with("before", before == 0 ? null : before)
        .get(ROWS)
        .data();
  }

  private Operation note(String path, Object wish, String key) {
    return to(path).once(key).sending(wish).post(Operation.class);
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + "/cash" + path);
  }
}
