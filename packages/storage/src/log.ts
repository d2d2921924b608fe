/** Where the rooms of storage report to. Messages are English, for operators; no personal data goes into them. */
export type StorageLog = (
	level: "debug" | "info" | "warn" | "error",
	message: string,
	fields?: Readonly<Record<string, string | number | boolean>>,
) => void;

export const silentLog: StorageLog = () => undefined;

/** The text of anything that was thrown. */
export const messageOf = (thrown: unknown): string =>
	thrown instanceof Error ? thrown.message : String(thrown);

/** The `code` of a thrown error of Node or PostgreSQL (`ENOSPC`, `23505`), or null. */
export function codeOf(thrown: unknown): string | null {
	if (typeof thrown !== "object" || thrown === null || !("code" in thrown)) return null;
	return typeof thrown.code === "string" ? thrown.code : null;
}
