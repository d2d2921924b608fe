import type { ServiceContext } from "../kit/context.ts";

/**
 * What a sweep needs: it has no files, no accounts and nobody who listens. With lanes a large night is swept in threads
 * beside the node's own, which goes on answering people.
 */
export type SweepContext = Pick<ServiceContext, "database" | "now" | "newId" | "version" | "sweepLanes">;
