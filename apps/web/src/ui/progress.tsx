import { type JSX, Show } from "solid-js";

const look = "h-2 flex-1 accent-accent";

/** A bar for work under way; while the part done is not known it only moves. */
export function Progress(props: { label: string; part: number | undefined }): JSX.Element {
	return (
		<Show when={props.part !== undefined} fallback={<progress class={look} aria-label={props.label} />}>
			<progress class={look} value={props.part ?? 0} max="1" aria-label={props.label} />
		</Show>
	);
}
