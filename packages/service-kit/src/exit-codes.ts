/** A configuration that cannot be used. */
export const EXIT_CONFIG = 64;
/** A bug: the restart replays. */
export const EXIT_BUG = 70;
/** A disk that must keep what is written does not: nothing is sent without it. */
export const EXIT_DISK = 74;
/** Somebody else writes in our name now: a restart is a standby. */
export const EXIT_FENCED = 75;
