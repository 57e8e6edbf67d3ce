/** Which networks there are, whether their weights are on this computer, and how to get them there. */
package app.partita.models;
