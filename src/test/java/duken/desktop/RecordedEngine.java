package duken.desktop;

import duken.api.EngineApi;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An engine that writes down what it is asked and asks another one. */
final class RecordedEngine {

  private RecordedEngine() {}

  /**
   * The same engine.
   *
   * @param calls gets the name of every call of it and of its parts
   * @param told gets the same with what was told, records taken apart
   */
  static EngineApi of(EngineApi engine, List<String> calls, List<String> told) {
    return (EngineApi) part(EngineApi.class, engine, calls, told);
  }

  private static Object part(Class<?> type, Object real, List<String> calls, List<String> told) {
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
            return answer == null ? null : part(kind, answer, calls, told);
          }
          String name = type.getSimpleName() + "." + method.getName();
          calls.add(name);
          told.add(name + " " + plain(arguments == null ? List.of() : Arrays.asList(arguments)));
          return answer;
        });
  }

  /** What it holds, also where its own text form hides it. */
  private static String plain(Object value) {
    return switch (value) {
      case Record record ->
          plain(
              Arrays.stream(record.getClass().getRecordComponents())
                  .map(it -> read(record, it.getAccessor()))
                  .toList());
      case Collection<?> many -> many.stream().map(RecordedEngine::plain).toList().toString();
      case Map<?, ?> map -> plain(map.values());
      case null, default -> String.valueOf(value);
    };
  }

  private static Object read(Record record, Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
