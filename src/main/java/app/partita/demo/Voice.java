package app.partita.demo;

/** A sound source, one sample after the other, about ±1. */
@FunctionalInterface
interface Voice {

    double next();
}
