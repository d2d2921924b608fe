import { useQueryClient } from "@tanstack/solid-query";
import type { CommandOutcome } from "@zhenggai/client";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { queries } from "../../api.ts";
import {
	type Envelope,
	type FormDraft,
	type FormErrors,
	CommandForm as Frame,
} from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import type { CommandOf, CommandVerb } from "../../types.ts";
import { issueTimeline } from "../timeline.ts";
import type { FormProps } from "./form-props.ts";
import { sendCommand } from "./send-command.ts";

export type { Envelope, FormErrors } from "../../commands/index.ts";

/** What is sent: the command as far as the fields say it, null while they do not; or how, where it takes more. */
type Sending<V extends CommandVerb> =
	| { readonly command: CommandOf<V> | null; readonly ready?: undefined; readonly send?: undefined }
	| {
			readonly command?: undefined;
			readonly ready: boolean;
			readonly send: (envelope: Envelope) => Promise<CommandOutcome>;
	  };

/** The frame of every command form of an issue. */
export function CommandForm<V extends CommandVerb>(
	props: Sending<V> &
		Pick<FormProps, "detail" | "onClose"> & {
			verb: V;
			/** One sentence on what this does, above the fields. */
			intro?: string;
			wide?: boolean;
			/** What is being written, where it is kept (`createFormDraft`). */
			draft?: FormDraft;
			children: (errors: FormErrors) => JSX.Element;
		},
): JSX.Element {
	const queryClient = useQueryClient();
	const { id: issueId, version } = props.detail.row;
	const { queryKey } = queries.issues.get({ issueId });
	const warnings = () => props.detail.actions.find(({ verb }) => verb === props.verb)?.warnings ?? [];
	const send = (envelope: Envelope): Promise<CommandOutcome> => {
		if (props.send !== undefined) return props.send(envelope);
		const { command } = props;
		if (command === null) throw new Error(`${props.verb} was sent before it was complete`);
		return sendCommand(props.verb, { issueId, command, envelope });
	};
	return (
		<Frame<IssueDetail>
			title={word(vocab.issueVerb, props.verb)}
			version={version}
			ready={props.ready ?? props.command !== null}
			send={send}
			onDone={(detail) => {
				queryClient.setQueryData(queryKey, detail);
				void queryClient.invalidateQueries({ queryKey: ["issues", "history"] });
			}}
			told={issueTimeline(issueId)}
			onStale={() => void queryClient.invalidateQueries({ queryKey })}
			onClose={() => props.onClose()}
			intro={props.intro}
			wide={props.wide}
			warnings={warnings()}
			draft={props.draft}
		>
			{props.children}
		</Frame>
	);
}
