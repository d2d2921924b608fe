import { accessRouter } from "./access/router.ts";
import { accountabilityRouter } from "./accountability/router.ts";
import { closeOutRouter } from "./close-out/router.ts";
import { complaintsRouter } from "./complaints/router.ts";
import { inTrayRouter } from "./in-tray/router.ts";
import { issuesRouter } from "./issues/router.ts";
import { journalRouter } from "./journal/router.ts";
import { progressRouter } from "./progress/router.ts";
import { responsibilitiesRouter } from "./responsibilities/router.ts";
import { rulesRouter } from "./rules/router.ts";
import { screeningRouter } from "./screening/router.ts";
import { supervisionRouter } from "./supervision/router.ts";
import { router } from "./trpc.ts";

/** The whole API: one router a room. */
export const appRouter = router({
	access: accessRouter,
	accountability: accountabilityRouter,
	closeOut: closeOutRouter,
	complaints: complaintsRouter,
	inTray: inTrayRouter,
	issues: issuesRouter,
	journal: journalRouter,
	progress: progressRouter,
	responsibilities: responsibilitiesRouter,
	rules: rulesRouter,
	screening: screeningRouter,
	supervision: supervisionRouter,
});

export type AppRouter = typeof appRouter;
export type { Context } from "./context.ts";
export type { ErrorDetails, FieldError } from "./error-map.ts";
export type { ErrorShape } from "./trpc.ts";
