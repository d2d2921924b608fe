import type { ServiceContext } from "../kit/context.ts";

/** What a sweep needs: it has no files, no accounts and nobody who listens. */
export type SweepContext = Pick<ServiceContext, "database" | "now" | "newId" | "version">;
