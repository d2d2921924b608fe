import type { IssueDetail } from "@zhenggai/domain/issues";
import { type JSX, Show, Suspense } from "solid-js";
import { lazily } from "../../lazily.ts";
import { useDrafting } from "./use-drafting.ts";

const DraftForm = lazily(() => import("../instrument/draft-form.tsx"));

/** The form of the instrument that is being drafted, if any. */
export function Drafting(props: { detail: IssueDetail }): JSX.Element {
	const drafting = useDrafting();
	return (
		<Suspense>
			<Show when={drafting.kind()} keyed>
				{(kind) => <DraftForm detail={props.detail} kind={kind} onClose={drafting.close} />}
			</Show>
		</Suspense>
	);
}
