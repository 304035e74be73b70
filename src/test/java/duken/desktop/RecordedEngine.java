package duken.desktop;

import duken.api.EngineApi;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** An engine that writes down what it is asked and asks another one. */
final class RecordedEngine {

  private RecordedEngine() {}

  /** The same engine; every call of it and of its parts is added to {@code calls}. */
  static EngineApi of(EngineApi engine, List<String> calls) {
    return (EngineApi) part(EngineApi.class, engine, calls);
  }

  private static Object part(Class<?> type, Object real, List<String> calls) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) -> {
          Object answer;
          try {
            method.setAccessible(true);
            answer = method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
          Class<?> kind = method.getReturnType();
          if (kind.isInterface() && kind.getSimpleName().endsWith("Api")) {
            return answer == null ? null : part(kind, answer, calls);
          }
          calls.add(type.getSimpleName() + "." + method.getName());
          return answer;
        });
  }
}
