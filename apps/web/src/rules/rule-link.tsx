import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { say } from "../i18n/index.ts";
import { basisText } from "./basis.ts";

const basisTitle = (basis: string): string => {
	const text = basisText(basis.split(/[ ,、]+/));
	return say({ zh: `依据：${text}`, en: `Basis: ${text}` });
};

/**
 * A rule's number, leading to what it says. What refuses without being a rule of the catalogue (a role, a state) has no
 * number that would tell a person anything: its sentence stands for itself.
 */
export function RuleLink(props: { rule: string; basis?: string | null }): JSX.Element {
	return (
		<Show when={/^[A-Z]{2,4}-\d{2}$/.test(props.rule)}>
			<A
				class="font-mono text-[0.86rem] text-accent underline decoration-dotted underline-offset-2"
				href={`/rules#${props.rule}`}
				title={props.basis ? basisTitle(props.basis) : undefined}
			>
				{props.rule}
			</A>
		</Show>
	);
}
