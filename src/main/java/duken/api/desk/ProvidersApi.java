package duken.api.desk;

import duken.api.BankJson;
import java.util.List;
import java.util.Map;

/** How the shop stands with its providers. */
public interface ProvidersApi {

  /** The live one first. Asks nobody. */
  List<BankJson.Provider> list();

  List<BankJson.Provider> probe();

  /** Begins to connect the shop to a provider. Never repeat it by itself. */
  BankJson.Attempt connect(String provider, BankJson.Connect wish);

  /** How the newest attempt to connect stands. */
  BankJson.Attempt attempt();

  /** Changes one thing of a connection, {@code accept-certificate} or {@code forget}. */
  BankJson.Attempt change(String provider, String action, Map<String, String> values);

  /** Looks for devices of a provider in a range of the local network, {@code 192.168.1.1-254}. */
  List<BankJson.Found> searchDevices(String provider, String range);

  /** Forgets what a provider keeps of the shop. */
  List<BankJson.Provider> disconnect(String provider);
}
