package retention.bench;

import java.util.ArrayList;

/** What {@link Hand} fills in, again and again: scores and up to three actions, best first. Not thread-safe. */
final class Found {

    static final int MOST = 3;

    String id = "";
    int trust;
    int satisfaction;
    int switchingCost;
    int count;
    final String[] codes = new String[MOST];
    final int[] priorities = new int[MOST];
    final String[] reasons = new String[MOST];

    /** A copy to compare and to keep. */
    Outcome outcome() {
        var actions = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            actions.add(codes[i]);
            actions.add(priorities[i]);
        }
        return new Outcome(id, trust, satisfaction, switchingCost, actions);
    }
}
