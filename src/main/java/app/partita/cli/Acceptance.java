package app.partita.cli;

import app.partita.fault.Fault;

/** Sees to it that the terms of a model's weights were accepted. */
@FunctionalInterface
interface Acceptance {

    /**
     * Returns if the terms were accepted before, are accepted by {@code acceptedNow}, or by a person who is asked.
     *
     * @throws Fault if they are not accepted, or there is no such model
     */
    void require(String model, boolean acceptedNow) throws Fault;
}
