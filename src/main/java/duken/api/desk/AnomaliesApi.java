package duken.api.desk;

import duken.api.DeskJson;
import java.util.List;

/** Money that a person has to decide about. */
public interface AnomaliesApi {

  List<DeskJson.AnomalyJson> list();

  void resolve(long anomalyId, String how);
}
