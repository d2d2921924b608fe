import type { Outputs } from "@zhenggai/client";
import { createEffect, createSignal, onCleanup } from "solid-js";
import { client } from "../api.ts";
import type { ProgressInput } from "./input.ts";

export type Rehearsed = Outputs["progress"]["rehearse"];

/** Asked this long after the last key. */
const AFTER_MS = 700;

/**
 * Which doubts the rules would raise if these commands were sent now. Asked again whenever they change; null while
 * nothing is known. That it cannot be told keeps nobody from sending.
 */
export function createRehearsal(issueId: () => string, commands: () => readonly ProgressInput[]) {
	const [told, setTold] = createSignal<Rehearsed | null>(null);
	let asked = "";
	createEffect(() => {
		const list = commands();
		const text = JSON.stringify(list);
		if (text === asked) return;
		asked = text;
		if (list.length === 0) {
			setTold(null);
			return;
		}
		const timer = setTimeout(() => {
			client.progress.rehearse.mutate({ issueId: issueId(), commands: [...list] }).then(
				(answer) => asked === text && setTold(answer),
				() => asked === text && setTold(null),
			);
		}, AFTER_MS);
		onCleanup(() => clearTimeout(timer));
	});
	return told;
}
