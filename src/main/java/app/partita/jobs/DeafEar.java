package app.partita.jobs;

/** Wants to hear nothing, and finds nothing. */
record DeafEar() implements SongEar {

    @Override
    public double seconds() {
        return 0;
    }

    @Override
    public void hear(float[] drums, float[] rest, int frames) {
        throw new IllegalStateException("it did not want to hear");
    }

    @Override
    public Findings findings(double songSeconds) {
        return Findings.NONE;
    }
}
