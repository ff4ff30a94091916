package retention.rules.explain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The smallest single change of a customer's JSON that makes an action appear, or vanish when it is advised.
 *
 * @param advised whether it is advised as things are
 * @param change null when no single change that was tried does it
 * @param tried how many changes were tried, from the smallest on
 * @param left how many that could have done it, too, were not tried; of a change that was found, how many smaller ones
 * @param says one sentence by language ("en", "zh")
 */
public record WhatIf(
        String action, boolean advised, @Nullable Change change, int tried, int left, Map<String, String> says) {

    /** The outcome of a search. */
    public static WhatIf of(String action, boolean advised, SmallestChange found) {
        Change change = found.change();
        Map<String, String> says =
                change == null ? none(action, advised, found) : said(action, advised, change, found.left());
        return new WhatIf(action, advised, change, found.tried(), found.left(), says);
    }

    private static Map<String, String> none(String action, boolean advised, SmallestChange found) {
        String more = found.left() == 0 ? "" : "; " + found.left() + " more were not tried";
        String chinese = found.left() == 0 ? "" : "；另有 " + found.left() + " 处未试";
        if (found.tried() == 0) {
            return Sayings.both(
                    "no single change of what is known of the customer could make " + action
                            + (advised ? " vanish" : " appear"),
                    "改动客户的任何一项信息都不会让 " + action + (advised ? " 消失" : " 出现"));
        }
        return Sayings.both(
                "none of the " + found.tried() + " single changes that were tried would make " + action
                        + (advised ? " vanish" : " appear") + more,
                "试过的 " + found.tried() + " 处单项改动都不会让 " + action + (advised ? " 消失" : " 出现") + chinese);
    }

    /** A change that may not be the smallest is said to be so. */
    private static Map<String, String> said(String action, boolean advised, Change change, int left) {
        String english = english(change);
        String chinese = chinese(change);
        return Sayings.both(
                "if " + english + ", " + action + (advised ? " would not be advised" : " would be advised")
                        + (left == 0 ? "" : "; " + left + " smaller changes were not tried"),
                "如果 " + chinese + "，" + (advised ? "就不会建议 " : "就会建议 ") + action
                        + (left == 0 ? "" : "；另有 " + left + " 处更小的改动未试"));
    }

    private static String english(Change change) {
        return switch (change.kind()) {
            case CHANGED -> change.path() + " were " + change.to() + " instead of " + change.from();
            case FILLED -> change.path() + ", which is not known, were " + change.to();
            case REMOVED -> change.path() + " were not there";
            case ADDED -> "there were one more, " + change.path() + ": " + change.to();
        };
    }

    private static String chinese(Change change) {
        return switch (change.kind()) {
            case CHANGED -> change.path() + " 是 " + change.to() + " 而不是 " + change.from();
            case FILLED -> "未知的 " + change.path() + " 是 " + change.to();
            case REMOVED -> "没有 " + change.path();
            case ADDED -> "多一项 " + change.path() + "：" + change.to();
        };
    }
}
