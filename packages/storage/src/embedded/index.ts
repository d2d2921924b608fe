export { EmbeddedDatabaseError, type EmbeddedErrorCode } from "./errors.ts";
export { startEmbedded } from "./start.ts";
export type { EmbeddedConnection, EmbeddedOptions, EmbeddedProgress, EmbeddedServer } from "./types.ts";
