import { InTrayCount, InTrayLists, InTrayPage, InTrayQuery } from "@zhenggai/domain/in-tray";
import { procedure, router } from "../trpc.ts";

export const inTrayRouter = router({
	list: procedure
		.input(InTrayQuery)
		.output(InTrayPage)
		.query(({ ctx, input }) => ctx.services.inTray.listInTray(ctx.actor, input)),

	count: procedure.output(InTrayCount).query(({ ctx }) => ctx.services.inTray.countInTray(ctx.actor)),

	lists: procedure.output(InTrayLists).query(({ ctx }) => ctx.services.inTray.listWaitingLists(ctx.actor)),
});
