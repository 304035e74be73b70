package duken.client;

import duken.api.DeskJson;
import duken.api.Paths;
import duken.api.ShiftApi;
import duken.api.ShiftJson;
import duken.api.cash.CashJson;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Shifts over the wire. */
final class ShiftCalls implements ShiftApi {

  private static final TypeReference<DeskJson.ListOf<ShiftJson.Row>> ROWS =
      new TypeReference<>() {};
  private static final TypeReference<DeskJson.ListOf<ShiftJson.Money>> MONEY =
      new TypeReference<>() {};

  private final EngineCalls calls;

  ShiftCalls(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public ShiftJson.Current current() {
    return to("/shift").get(ShiftJson.Current.class);
  }

  @Override
  public ShiftJson.Report open(CashJson.Count counted) {
    EngineCalls.Ask ask = to("/shift/open");
    return (counted == null ? ask : ask.sending(counted)).post(ShiftJson.Report.class);
  }

  @Override
  public ShiftJson.Closing close(ShiftJson.Close which) {
    return to("/shift/close").sending(which).post(ShiftJson.Closing.class);
  }

  @Override
  public List<ShiftJson.Row> list() {
    return to("/shifts").get(ROWS).data();
  }

  @Override
  public ShiftJson.Report report(long id) {
    return to("/shifts/" + id).get(ShiftJson.Report.class);
  }

  @Override
  public List<ShiftJson.Money> money(long id) {
    return to("/shifts/" + id + "/money").get(MONEY).data();
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + path);
  }
}
