package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of a list (gateway contract, section 7), with the compatibility mirrors when not null. */
public record PageJson<T>(
    List<T> data,
    Meta meta,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long currentPage,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long lastPage,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer perPage,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

  public record Meta(
      long total, int limit, long offset, long currentPage, long lastPage, int perPage) {}
}
