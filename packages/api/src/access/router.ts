import { ApiKeyRow, Me, NewApiKey, User } from "@zhenggai/domain/access";
import { outcomeOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

export const accessRouter = router({
	me: procedure.output(Me).query(({ ctx }) => ctx.services.access.getMe(ctx.actor)),

	listUsers: procedure.output(z.array(User)).query(({ ctx }) => ctx.services.access.listUsers(ctx.actor)),

	registerUser: procedure
		.input(User.omit({ id: true, active: true }))
		.output(outcomeOf(User))
		.mutation(({ ctx, input }) => ctx.services.access.registerUser(ctx.actor, input)),

	createSignInLink: procedure
		.input(z.object({ username: z.string().max(40) }))
		.output(z.object({ url: z.string(), expiresAt: z.string() }))
		.mutation(({ ctx, input }) => ctx.services.access.createSignInLink(ctx.actor, input.username)),

	listApiKeys: procedure
		.output(z.array(ApiKeyRow))
		.query(({ ctx }) => ctx.services.access.listApiKeys(ctx.actor)),

	createApiKey: procedure
		.input(NewApiKey)
		.output(outcomeOf(z.object({ key: z.string(), row: ApiKeyRow })))
		.mutation(({ ctx, input }) => ctx.services.access.createApiKey(ctx.actor, input)),

	revokeApiKey: procedure
		.input(z.object({ id: z.string().max(100) }))
		.output(z.void())
		.mutation(({ ctx, input }) => ctx.services.access.revokeApiKey(ctx.actor, input.id)),
});
