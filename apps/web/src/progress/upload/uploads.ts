import type { UploadedFile } from "@zhenggai/client";
import { onCleanup } from "solid-js";
import { createStore, produce } from "solid-js/store";
import { newId } from "../../ids.ts";
import type { TrayFile } from "../model/tray.ts";

/** A file on its way to the server. */
export type Upload = {
	readonly id: string;
	readonly file: File;
	state: "waiting" | "sending" | "failed" | "tooLarge" | "empty";
	/** How much is sent, 0 to 1. */
	part: number;
	failure: unknown;
};

/** Two at a time: a third only slows both down on the line of a county office. */
const AT_ONCE = 2;

/** Sends the bytes of one file. */
export type SendFile = (upload: {
	readonly file: File;
	readonly onProgress: (sent: { readonly bytes: number; readonly total: number | null }) => void;
	readonly signal: AbortSignal;
}) => Promise<UploadedFile>;

export type Uploads = {
	readonly items: readonly Upload[];
	readonly add: (files: readonly File[]) => void;
	readonly retry: (id: string) => void;
	readonly remove: (id: string) => void;
};

/**
 * Sends files as they are chosen, whatever becomes of the form: a stored file is handed to `onStored` at once and is
 * no longer in the list. A failed one stays with its bytes until it is sent again or taken out. `limit` is the most
 * that the server takes, null while it is not known.
 */
export function createUploads(
	sendFile: SendFile,
	limit: () => number | null,
	onStored: (file: TrayFile) => void,
): Uploads {
	const [items, setItems] = createStore<Upload[]>([]);
	const leaving = new AbortController();
	onCleanup(() => leaving.abort());
	const change = (id: string, change: Partial<Pick<Upload, "state" | "part" | "failure">>) =>
		setItems((item) => item.id === id, change);
	const remove = (id: string) => setItems((all) => all.filter((item) => item.id !== id));

	const send = async ({ id, file }: Upload) => {
		change(id, { state: "sending", part: 0, failure: null });
		try {
			const stored = await sendFile({
				...{ file, signal: leaving.signal },
				onProgress: ({ bytes, total }) => change(id, { part: total === null ? 0 : bytes / total }),
			});
			remove(id);
			const { sha256, bytes, mediaType, takenAt, position } = stored;
			onStored({ id: newId(), name: file.name, sha256, bytes, mediaType, takenAt, position, kind: "" });
		} catch (error) {
			if (!leaving.signal.aborted) change(id, { state: "failed", failure: error });
		}
		next();
	};
	const next = () => {
		if (leaving.signal.aborted) return;
		const busy = items.filter(({ state }) => state === "sending").length;
		for (const item of items.filter(({ state }) => state === "waiting").slice(0, AT_ONCE - busy)) {
			void send(item);
		}
	};
	const startOf = (file: File): Upload["state"] => {
		if (file.size === 0) return "empty";
		const most = limit();
		return most !== null && file.size > most ? "tooLarge" : "waiting";
	};
	return {
		items,
		add: (files) => {
			setItems(
				produce((all) => {
					for (const file of files) {
						all.push({ id: newId(), file, state: startOf(file), part: 0, failure: null });
					}
				}),
			);
			next();
		},
		retry: (id) => {
			change(id, { state: "waiting", failure: null });
			next();
		},
		remove,
	};
}
