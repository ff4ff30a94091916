package retention.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import retention.advice.Advice;
import retention.advice.AdvisedAction;

/**
 * What the workload compares: the scores and the actions, best first, with their priorities.
 *
 * @param actions codes and priorities in turns
 */
record Outcome(String id, int trust, int satisfaction, int switchingCost, List<Object> actions) {

    /** Of an advice. */
    static Outcome of(Advice advice) {
        var actions = new ArrayList<Object>();
        for (AdvisedAction action : advice.actions()) {
            double priority = Objects.requireNonNull(action.priority()).priority();
            actions.add(action.code());
            actions.add(priority == (int) priority ? (Object) (int) priority : (Object) priority);
        }
        return new Outcome(
                advice.customer(),
                advice.scores().trust().value(),
                advice.scores().satisfaction().value(),
                advice.scores().switchingCost().value(),
                actions);
    }

    /** As the workload's expected answers are written, on one line. */
    String line() {
        var line = new StringBuilder("{\"id\":").append(id);
        line.append(",\"trust\":").append(trust).append(",\"satisfaction\":").append(satisfaction);
        line.append(",\"switchingCost\":").append(switchingCost).append(",\"actions\":[");
        for (int i = 0; i < actions.size(); i += 2) {
            line.append(i > 0 ? "," : "").append("[\"").append(actions.get(i)).append("\",");
            line.append(actions.get(i + 1)).append(']');
        }
        return line.append("]}").toString();
    }
}
