package duken.api.desk;

import duken.api.DeskJson;
import java.util.List;

/** The shop's API keys. */
public interface KeysApi {

  List<DeskJson.Key> list();

  DeskJson.CreatedKey create(String name);

  void revoke(long keyId);
}
