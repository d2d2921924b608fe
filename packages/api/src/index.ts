import { accessRouter } from "./access/router.ts";
import { closeOutRouter } from "./close-out/router.ts";
import { complaintsRouter } from "./complaints/router.ts";
import { issuesRouter } from "./issues/router.ts";
import { journalRouter } from "./journal/router.ts";
import { responsibilitiesRouter } from "./responsibilities/router.ts";
import { rulesRouter } from "./rules/router.ts";
import { router } from "./trpc.ts";

/** The whole API: one router a room. */
export const appRouter = router({
	access: accessRouter,
	closeOut: closeOutRouter,
	complaints: complaintsRouter,
	issues: issuesRouter,
	journal: journalRouter,
	responsibilities: responsibilitiesRouter,
	rules: rulesRouter,
});

export type AppRouter = typeof appRouter;
export type { Context } from "./context.ts";
export type { ErrorDetails, FieldError } from "./error-map.ts";
export type { ErrorShape } from "./trpc.ts";
