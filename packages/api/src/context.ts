import type { Actor } from "@zhenggai/domain/kernel";
import type { Services } from "@zhenggai/services/contract";

/** What a procedure gets: who asks and the use cases. Never the database. */
export type Context = {
	readonly actor: Actor;
	readonly services: Services;
	/** Names this request in logs and error answers. */
	readonly requestId: string;
	/** Where the request comes from, for limits; never kept. */
	readonly address: string;
};
