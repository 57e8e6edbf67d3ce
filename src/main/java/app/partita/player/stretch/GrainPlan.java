package app.partita.player.stretch;

/**
 * Decides from where in the input each grain is taken. On the whole the places follow the speed. About an attack the
 * grains that hold it are taken a hop apart, so that they agree on it and it sounds once, at its place; before and
 * after it the input is held back or caught up with.
 */
final class GrainPlan {

    private final AttackFinder attacks;
    private final int hop;
    private final int reach;

    private long centre;
    private double ideal;
    private long place;
    private long attack;
    /** Before it the attack that sounded last would sound again. */
    private long earliest;
    private boolean locked;
    private boolean lockBegins;

    /** @param size frames of a grain */
    GrainPlan(AttackFinder attacks, int size, int hop) {
        this.attacks = attacks;
        this.hop = hop;
        // Beyond it a grain is so quiet that what it holds of an attack is below −50 dB.
        reach = size * 7 / 16;
    }

    /** Begins with a grain that has been laid at output frame {@code centre} and was taken at {@code place}. */
    void begin(long centre, long place) {
        this.centre = centre;
        this.place = place;
        ideal = place;
        attack = place;
        earliest = place;
        locked = false;
        lockBegins = false;
    }

    /** Input frames beyond the ideal place of the next grain within which attacks must be known. */
    int sight(double speed) {
        return (int) Math.ceil(reach * Math.max(1, speed)) + attacks.delay();
    }

    /** Goes on to the next grain. */
    void next(double speed) {
        centre += hop;
        ideal += hop * speed;
        lockBegins = false;
        long next = attacks.after(attack);
        // Where in the output the next attack belongs; far away if there is none.
        double nextAt = next == AttackFinder.NONE ? Double.MAX_VALUE : centre + (next - ideal) / speed;
        if (locked) {
            double at = centre - hop + attack - place;
            double gone = centre - at;
            locked = gone <= reach && gone <= nextAt - centre;
            if (locked) {
                place += hop;
                return;
            }
        }
        if (nextAt - centre <= reach) {
            lock(next, nextAt);
            return;
        }
        long wanted = Math.round(ideal);
        if (next != AttackFinder.NONE) {
            wanted = Math.min(wanted, next - reach);
        }
        place = Math.max(wanted, earliest);
    }

    private void lock(long next, double nextAt) {
        attack = next;
        locked = true;
        lockBegins = true;
        earliest = next + reach;
        place = Math.round(next + (centre - nextAt));
    }

    /** Goes on to the next grain, which is taken at {@code place} whatever the plan was. */
    void nextAt(long place) {
        centre += hop;
        this.place = place;
        ideal = place;
        earliest = place;
        attack = Math.max(attack, place);
        locked = false;
        lockBegins = false;
    }

    /** The output frame that the grain is laid about. */
    long centre() {
        return centre;
    }

    /** The input frame that the grain is taken about. */
    long place() {
        return place;
    }

    /** The input frame that the middle of the grain stands for: its place but for what attacks displace. */
    double ideal() {
        return ideal;
    }

    /** Whether this grain is the first that holds {@link #attack()}. */
    boolean lockBegins() {
        return lockBegins;
    }

    long attack() {
        return attack;
    }
}
