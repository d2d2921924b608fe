import { type JSX, Show } from "solid-js";
import { mayDo, useMe } from "./me.tsx";
import NotFoundPage from "./not-found-page.tsx";

/** A page for roles that have an action; for all others it is not there. The server refuses them as well. */
export function OnlyFor(props: { action: string; children: JSX.Element }): JSX.Element {
	const me = useMe();
	return (
		<Show when={mayDo(me(), props.action)} fallback={<NotFoundPage />}>
			{props.children}
		</Show>
	);
}
