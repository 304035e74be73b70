package duken.desktop.settings.keys;

import duken.api.DeskJson.Key;
import duken.api.EngineApi;
import java.util.List;

/** The keys of one shop, wherever they are asked for. Calls block. */
public interface KeyRing {

  /** The keys of the shop the window works with, made in its mode. */
  static KeyRing of(EngineApi engine) {
    return new KeyRing() {
      @Override
      public List<Key> keys() {
        return engine.keys().list();
      }

      @Override
      public String create(String name) {
        return engine.keys().create(name).key();
      }

      @Override
      public void revoke(long keyId) {
        engine.keys().revoke(keyId);
      }
    };
  }

  /** All of them, revoked ones too. */
  List<Key> keys();

  /** Makes one; answers it whole, which never happens again. */
  String create(String name);

  /** Revokes one for good. */
  void revoke(long keyId);
}
