/**
 * The released weights, in whatever packaging they come, as one strict store of named tensors.
 *
 * <p>Every byte read here may have been written by a stranger: sizes are checked against the file's length before
 * anything is allocated, and nothing in a file is ever executed.
 */
package app.partita.engine.weights;
