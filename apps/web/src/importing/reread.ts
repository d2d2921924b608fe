import type { QueryClient } from "@tanstack/solid-query";
import type { ImportDraft, ReadingHint, RereadDraft } from "@zhenggai/domain/issues";
import { createSignal } from "solid-js";
import { client, queries } from "../api.ts";

type Carried = RereadDraft["carried"];
const [reports, setReports] = createSignal<ReadonlyMap<string, Carried>>(new Map());

/** What became of the clerk's work when a draft was read again on this page; undefined where it was not. */
export const carriedOf = (draft: ImportDraft): Carried | undefined =>
	reports().get(`${draft.id}@${draft.version}`);

/**
 * Reads the document of a draft again with another hint; an empty one forgets what was said. Save what was chosen
 * before: the server carries over what it has. The page shows the new reading.
 */
export async function rereadDraft(
	queryClient: QueryClient,
	draft: ImportDraft,
	hint: ReadingHint,
): Promise<RereadDraft> {
	const { id: importId, version: expectedVersion } = draft;
	const reread = await client.issues.rereadImport.mutate({ importId, hint, expectedVersion });
	setReports((old) => new Map(old).set(`${reread.id}@${reread.version}`, reread.carried));
	const { carried: _, ...next } = reread;
	queryClient.setQueryData(queries.issues.getImport({ importId }).queryKey, next);
	void queryClient.invalidateQueries({ queryKey: ["issues", "listImports"] });
	return reread;
}
