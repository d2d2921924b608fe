import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { say } from "../i18n/index.ts";

/** A rule's number, leading to what it says. */
export function RuleLink(props: { rule: string; basis?: string | null }): JSX.Element {
	const known = () => /^[A-Z]{2,4}-\d{2}$/.test(props.rule);
	return (
		<Show when={known()} fallback={<code class="font-mono text-[0.86rem] text-ink-faint">{props.rule}</code>}>
			<A
				class="font-mono text-[0.86rem] text-accent underline decoration-dotted underline-offset-2"
				href={`/rules#${props.rule}`}
				title={props.basis ? say({ zh: `依据：${props.basis}`, en: `Basis: ${props.basis}` }) : undefined}
			>
				{props.rule}
			</A>
		</Show>
	);
}
