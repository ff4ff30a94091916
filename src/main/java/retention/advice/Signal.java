package retention.advice;

/** Something an assessment rule noticed that strategy rules ask for by name, such as "price sensitive". */
public record Signal(String name, String because) implements Conclusion {}
