package duken.client;

import duken.api.DeskJson;
import duken.api.Paths;
import duken.api.desk.KeysApi;
import java.util.List;

final class KeyCalls implements KeysApi {

  private final EngineCalls calls;
  private final Patience patience;

  KeyCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public List<DeskJson.Key> list() {
    return to("").get(AnswerTypes.KEYS).data();
  }

  @Override
  public DeskJson.CreatedKey create(String name) {
    return to("").sending(new DeskJson.NewKey(name)).post(DeskJson.CreatedKey.class);
  }

  @Override
  public void revoke(long keyId) {
    to("/" + keyId).send("DELETE");
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + "/keys" + path).within(patience.reading());
  }
}
