package duken.client;

import duken.api.DeskJson;
import duken.api.Paths;
import duken.api.desk.AnomaliesApi;
import java.util.List;

final class AnomalyCalls implements AnomaliesApi {

  private final EngineCalls calls;
  private final Patience patience;

  AnomalyCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public List<DeskJson.AnomalyJson> list() {
    return to("").within(patience.reading()).get(AnswerTypes.ANOMALIES).data();
  }

  @Override
  public void resolve(long anomalyId, String how) {
    to("/" + anomalyId + "/resolve")
        .within(patience.acting())
        .sending(new DeskJson.Resolve(how))
        .send("POST");
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + "/anomalies" + path);
  }
}
