package duken.client;

import duken.api.DeskJson;
import duken.api.WebhookJson;
import duken.api.goods.GoodsJson;
import duken.api.staff.StaffJson;
import tools.jackson.core.type.TypeReference;

/** Answers of an engine that are no type of the wire's own. */
final class AnswerTypes {

  static final TypeReference<DeskJson.ListOf<DeskJson.Sale>> SALES = new TypeReference<>() {};
  static final TypeReference<DeskJson.ListOf<DeskJson.AnomalyJson>> ANOMALIES =
      new TypeReference<>() {};
  static final TypeReference<DeskJson.ListOf<WebhookJson.Delivery>> DELIVERIES =
      new TypeReference<>() {};
  static final TypeReference<DeskJson.ListOf<GoodsJson.Item>> GOODS = new TypeReference<>() {};
  static final TypeReference<DeskJson.ListOf<DeskJson.Key>> KEYS = new TypeReference<>() {};
  static final TypeReference<DeskJson.ListOf<StaffJson.Action>> STAFF_ACTIONS =
      new TypeReference<>() {};

  private AnswerTypes() {}
}
