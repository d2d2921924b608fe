import type { JournalEvent } from "@zhenggai/domain/journal";
import type { Conflict, Outcome, Refusal } from "@zhenggai/domain/kernel";
import { refusal, say } from "@zhenggai/domain/kernel";
import type { VersionConflict } from "@zhenggai/storage";

export const done = <T>(value: T, warnings: readonly Refusal[] = []): Outcome<T> => ({
	ok: true,
	value,
	warnings: [...warnings],
});

/** The answer of somebody who was refused. */
export type Refused = Extract<Outcome<never>, { ok: false }>;

export const refused = (refusals: readonly Refusal[]): Refused => ({
	ok: false,
	refusals: [...refusals],
	conflict: null,
});

const changesOf = (since: readonly JournalEvent[]): Conflict["changes"] =>
	since.map(({ version, type, actor, at }) => ({ version, type, by: actor.name, at }));

/** The answer to somebody who decided on a state that is not there any more. */
export const conflicted = (conflict: Pick<VersionConflict, "actualVersion" | "since">): Refused => ({
	ok: false,
	refusals: [
		refusal(
			"VERSION_CONFLICT",
			say("内容已被他人更新", "Somebody else changed it in the meantime"),
			say("查看最新内容后再提交", "Look at what is there now, then try again"),
			{},
		),
	],
	conflict: { currentVersion: conflict.actualVersion, changes: changesOf(conflict.since) },
});
